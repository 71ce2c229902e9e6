import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { getTaxCategory } from '@countinghouse/core/taxes';
import { notFound } from 'next/navigation';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { TaxForm } from '../_components/tax-form';

export default async function TaxPage({ params }: { params: Promise<{ tenant: string; id: string }> }) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const category = await orNotFound(getTaxCategory(company.ctx, id));
  const today = localDate(company.ctx.clock(), company.tenant.timeZone);
  return (
    <SettingsPage company={company} current="taxes" title={category.name}>
      <TaxForm tenant={tenant} today={today} edited={category} />
    </SettingsPage>
  );
}
