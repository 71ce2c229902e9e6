import { may } from '@countinghouse/core/platform/permissions';
import { IconDownload } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '../../../../../i18n/client-messages';
import type { Company } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import { PrintButton } from './print-button';
import classes from './reports.module.css';

const reports = ['open-items', 'revenue', 'tax', 'payments'] as const;
export type ReportKey = (typeof reports)[number];

interface ReportPageProps {
  company: Company;
  current: ReportKey;
  /** What the report is about, for whoever has it on paper. */
  subtitle: string;
  /** Where the same comes as a file. */
  fileHref: string;
  /** Which day or period, and what else chooses what is shown. */
  controls: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A report: the others beside it, what chooses its rows, and the ways to take it away. */
export async function ReportPage(props: ReportPageProps) {
  const { company, current, subtitle, fileHref, controls, actions, children } = props;
  if (!may(company.ctx.actor, 'reports:read')) notFound();
  const t = await getTranslations('reports');
  return (
    <ClientMessages areas={['reports']}>
      <PageHeader
        title={t(`titles.${current}`)}
        actions={
          <>
            {actions}
            <ButtonLink href={fileHref} icon={IconDownload} download>
              {t('csv')}
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      <p className={classes.paperOnly}>
        {company.tenant.name} · {subtitle}
      </p>
      <nav className={classes.tabs} aria-label={t('title')}>
        {reports.map((key) => (
          <a
            key={key}
            href={`/${company.tenant.slug}/reports/${key}`}
            aria-current={key === current ? 'page' : undefined}
          >
            {t(`titles.${key}`)}
          </a>
        ))}
      </nav>
      <div className={classes.controls}>{controls}</div>
      {children}
    </ClientMessages>
  );
}
