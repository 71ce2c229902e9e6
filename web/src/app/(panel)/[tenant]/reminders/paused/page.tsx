import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { formatDate } from '@countinghouse/core/platform/time';
import { listReminderPauses } from '@countinghouse/core/reminders';
import { IconBellOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { EmptyState } from '../../../../../ui/empty-state';
import { PageHeader } from '../../../../../ui/page-header';
import { InvoiceTabs } from '../../_components/invoice-tabs';
import { PauseButton } from '../_components/pause-button';
import { ReminderViews } from '../_components/reminder-views';
import classes from '../_components/reminders.module.css';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminders');
  return { title: t('views.paused') };
}

export default async function PausedPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const [t, pauses] = await Promise.all([getTranslations('reminders'), orNotFound(listReminderPauses(ctx))]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'invoices:write');
  return (
    <>
      <PageHeader title={t('title')} />
      <InvoiceTabs tenant={tenant} current="reminders" />
      <ReminderViews tenant={tenant} current="paused" />
      {pauses.length === 0 ? (
        <EmptyState icon={IconBellOff} title={t('pausedEmpty.title')}>
          {t('pausedEmpty.text')}
        </EmptyState>
      ) : (
        <ClientMessages areas={['reminders']}>
          <ul className={classes.paused}>
            {pauses.map(({ customer, until, reason }) => (
              <li key={customer.id}>
                <span className={classes.name}>
                  <a href={`/${tenant}/customers/${customer.id}`}>{customer.name}</a>
                </span>
                <span className={classes.quiet}>
                  {until ? t('until', { date: formatDate(until, reader) }) : t('untilFurther')}
                  {reason && ` · ${reason}`}
                </span>
                <span className={classes.space} />
                {writes && <PauseButton tenant={tenant} customer={customer} paused />}
              </li>
            ))}
          </ul>
        </ClientMessages>
      )}
    </>
  );
}
