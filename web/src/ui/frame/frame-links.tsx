'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon } from '../icon';
import { entries, type EntryKey } from './entries';
import classes from './frame.module.css';

interface FrameLinksProps {
  slug: string;
  keys: readonly EntryKey[];
}

const isBelow = (pathname: string, path: string): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);

const isCurrent = (pathname: string, root: string, path: string, also: readonly string[] = []): boolean =>
  path === '' ? pathname === root : [path, ...also].some((each) => isBelow(pathname, root + each));

/** The links of the navigation, with the one that the reader is at marked. */
export function FrameLinks({ slug, keys }: FrameLinksProps) {
  const t = useTranslations('frame.entries');
  const pathname = usePathname();
  const root = `/${slug}`;
  return entries
    .filter(({ key }) => keys.includes(key))
    .map(({ key, path, icon, apart, also }) => (
      <a
        key={key}
        href={root + path}
        className={apart ? `${classes.link} ${classes.apart}` : classes.link}
        aria-current={isCurrent(pathname, root, path, also) ? 'page' : undefined}
      >
        <Icon of={icon} size={21} />
        <span>{t(key)}</span>
      </a>
    ));
}
