import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Company } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import { SectionLinks } from './section-links';
import { firstOwnSection, neededFor, sectionKeys, type SectionKey } from './sections';
import classes from './settings.module.css';

interface SettingsPageProps {
  company: Company;
  current: SectionKey;
  /** In place of the section's own name. */
  title?: string;
  primary?: ReactNode;
  children: ReactNode;
}

/** A page of the settings: the sections that the reader may open, and one of them. */
export async function SettingsPage({ company, current, title, primary, children }: SettingsPageProps) {
  const { ctx, tenant } = company;
  const isOpen = (key: SectionKey) => {
    const permission = neededFor[key];
    return !permission || may(ctx.actor, permission);
  };
  if (!isOpen(current)) notFound();
  const t = await getTranslations('settings');
  return (
    <>
      <PageHeader title={title ?? t(`sections.${current}`)} primary={primary} />
      <div className={classes.columns}>
        <SectionLinks
          label={t('title')}
          sections={sectionKeys.filter(isOpen).map((key) => ({
            key,
            href: `/${tenant.slug}/settings/${key}`,
            name: t(`sections.${key}`),
            apart: key === firstOwnSection,
            current: key === current,
          }))}
        />
        <div className={classes.content}>{children}</div>
      </div>
    </>
  );
}
