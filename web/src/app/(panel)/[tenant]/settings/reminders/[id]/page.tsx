import { may } from '@countinghouse/core/platform/permissions';
import { listReminderLevels } from '@countinghouse/core/reminders';
import { notFound } from 'next/navigation';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { LevelForm } from '../_components/level-form';

export default async function LevelPage({ params }: { params: Promise<{ tenant: string; id: string }> }) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const level = (await listReminderLevels(company.ctx)).find((each) => each.id === id);
  if (!level) notFound();
  return (
    <SettingsPage company={company} current="reminders" title={level.name}>
      <LevelForm tenant={tenant} currency={company.tenant.currency} edited={level} />
    </SettingsPage>
  );
}
