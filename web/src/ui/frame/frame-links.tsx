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

const isCurrent = (pathname: string, root: string, path: string): boolean =>
  path === '' ? pathname === root : pathname === root + path || pathname.startsWith(`${root}${path}/`);

/** The links of the navigation, with the one that the reader is at marked. */
export function FrameLinks({ slug, keys }: FrameLinksProps) {
  const t = useTranslations('frame.entries');
  const pathname = usePathname();
  const root = `/${slug}`;
  return entries
    .filter(({ key }) => keys.includes(key))
    .map(({ key, path, icon, apart }) => (
      <a
        key={key}
        href={root + path}
        className={apart ? `${classes.link} ${classes.apart}` : classes.link}
        aria-current={isCurrent(pathname, root, path) ? 'page' : undefined}
      >
        <Icon of={icon} size={21} />
        <span>{t(key)}</span>
      </a>
    ));
}
