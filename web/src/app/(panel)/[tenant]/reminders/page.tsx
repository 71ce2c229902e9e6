import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { formatDate } from '@countinghouse/core/platform/time';
import {
  getReminderSettings,
  listReminderLevels,
  listReminderProposals,
} from '@countinghouse/core/reminders';
import type { ReminderSettingsDto } from '@countinghouse/core/reminders/schemas';
import { IconBellRinging, IconSettings } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../i18n/client-messages';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { PageHeader } from '../../../../ui/page-header';
import type { Reader } from '../../../../ui/reader';
import type { SearchParams } from '../../../../ui/table/types';
import { InvoiceTabs } from '../_components/invoice-tabs';
import { Proposals } from './_components/proposals';
import { ReminderViews } from './_components/reminder-views';
import classes from './_components/reminders.module.css';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminders');
  return { title: t('title') };
}

function Mode({ settings, reader }: { settings: ReminderSettingsDto; reader: Reader }) {
  const t = useTranslations('reminders');
  const hour = `${String(settings.hour).padStart(2, '0')}:00`;
  return (
    <p className={classes.mode}>
      {t(`mode.${settings.mode}`, { hour })}{' '}
      {settings.lastRunDay && t('lastRun', { date: formatDate(settings.lastRunDay, reader) })}
    </p>
  );
}

function Nothing({ tenant, hasLevels }: { tenant: string; hasLevels: boolean }) {
  const t = useTranslations('reminders');
  if (hasLevels) {
    return (
      <EmptyState icon={IconBellRinging} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  const setUp = (
    <ButtonLink look="primary" href={`/${tenant}/settings/reminders`}>
      {t('noLevels.add')}
    </ButtonLink>
  );
  return (
    <EmptyState icon={IconBellRinging} title={t('noLevels.title')} actions={setUp}>
      {t('noLevels.text')}
    </EmptyState>
  );
}

export default async function RemindersPage({ params, searchParams }: PageProps) {
  const [{ tenant }, { cursor }] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const from = typeof cursor === 'string' ? { cursor } : {};
  const [t, page, settings, levels] = await Promise.all([
    getTranslations('reminders'),
    orNotFound(listReminderProposals(ctx, from)),
    getReminderSettings(ctx),
    listReminderLevels(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <ButtonLink icon={IconSettings} href={`/${tenant}/settings/reminders`}>
            {t('settings')}
          </ButtonLink>
        }
      />
      <InvoiceTabs tenant={tenant} current="reminders" />
      <ReminderViews tenant={tenant} current="today" />
      <Mode settings={settings} reader={readerOf(company)} />
      {page.rows.length === 0 ? (
        <Nothing tenant={tenant} hasLevels={levels.length > 0} />
      ) : (
        <ClientMessages areas={['reminders']}>
          <Proposals tenant={tenant} letters={page.rows} writes={may(ctx.actor, 'invoices:write')} />
        </ClientMessages>
      )}
      {page.nextCursor && (
        <p className={classes.more}>
          <ButtonLink href={`?cursor=${encodeURIComponent(page.nextCursor)}`}>{t('more')}</ButtonLink>
        </p>
      )}
    </>
  );
}
