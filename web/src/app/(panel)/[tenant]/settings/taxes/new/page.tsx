import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { TaxForm } from '../_components/tax-form';

export default async function NewTaxPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const t = await getTranslations('settings.taxes');
  const today = localDate(company.ctx.clock(), company.tenant.timeZone);
  return (
    <SettingsPage company={company} current="taxes" title={t('new')}>
      <TaxForm tenant={tenant} today={today} />
    </SettingsPage>
  );
}
