import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { LevelForm } from '../_components/level-form';

export default async function NewLevelPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const t = await getTranslations('settings.reminders');
  return (
    <SettingsPage company={company} current="reminders" title={t('new')}>
      <LevelForm tenant={tenant} currency={company.tenant.currency} />
    </SettingsPage>
  );
}
