'use client';

import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import { Navigator } from '../navigator';
import { Notices } from '../notices/notices';
import { CompanyLinks, CompanyMenu } from './company-menu';
import { DownloadsTray } from './downloads-tray';
import { phoneKeys } from './entries';
import { FrameLinks } from './frame-links';
import classes from './frame.module.css';
import { SearchButton } from './search-button';
import type { FrameData } from './types';
import { UserLinks, UserMenu } from './user-menu';

interface AppFrameProps extends FrameData {
  signOut: () => Promise<void>;
  cancelDownload: (id: string) => Promise<unknown>;
  children: ReactNode;
}

const moreId = 'frame-more';

function PhoneMore({
  company,
  companies,
  user,
  allowed,
  signOut,
}: Omit<AppFrameProps, 'children' | 'cancelDownload'>) {
  const t = useTranslations('frame');
  return (
    <>
      <button type="button" className={classes.link} popoverTarget={moreId}>
        <Icon of={IconDots} size={21} />
        <span>{t('more')}</span>
      </button>
      <div id={moreId} popover="auto" className={classes.sheet}>
        <nav aria-label={t('more')} className={classes.sheetLinks}>
          <FrameLinks slug={company.slug} keys={allowed.filter((key) => !phoneKeys.includes(key))} />
        </nav>
        {companies.length > 1 && (
          <nav aria-label={t('companies')} className={classes.sheetGroup}>
            <CompanyLinks company={company} companies={companies} />
          </nav>
        )}
        <div className={classes.sheetGroup}>
          <UserLinks user={user} slug={company.slug} signOut={signOut} />
        </div>
      </div>
    </>
  );
}

/**
 * The frame around every page of a company: navigation, company, search, downloads, user. A client component, so
 * that an answer carries its data and not its markup a second time.
 */
export function AppFrame({ children, cancelDownload, ...frame }: AppFrameProps) {
  const { company, companies, user, allowed, signOut } = frame;
  const t = useTranslations('frame');
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <nav className={classes.side} aria-label={t('navigation')}>
        <a href={`/${company.slug}`} className={classes.mark}>
          <span className={classes.logo} aria-hidden="true">
            C
          </span>
          <span className={classes.markName}>{t('product')}</span>
        </a>
        <div className={classes.nav}>
          <FrameLinks slug={company.slug} keys={allowed} />
        </div>
      </nav>
      <header className={classes.top}>
        <CompanyMenu company={company} companies={companies} />
        <div className={classes.space} />
        <SearchButton source={frame.searchSource} slug={company.slug} allowed={allowed} />
        <DownloadsTray
          source={frame.downloadsSource}
          cancel={cancelDownload}
          allHref={`/${company.slug}/downloads`}
        />
        <UserMenu user={user} slug={company.slug} signOut={signOut} />
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
      <nav className={classes.bottom} aria-label={t('phoneNavigation')}>
        <FrameLinks slug={company.slug} keys={phoneKeys.filter((key) => allowed.includes(key))} />
        <PhoneMore {...frame} />
      </nav>
      <Navigator />
      <Notices />
    </div>
  );
}
