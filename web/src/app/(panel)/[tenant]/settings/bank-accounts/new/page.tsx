import { getCompanyProfile } from '@countinghouse/core/company';
import { currencies } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { AccountForm } from '../_components/account-form';

export default async function NewBankAccount({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const t = await getTranslations('settings.accounts');
  const { legalName } = await orNotFound(getCompanyProfile(company.ctx));
  return (
    <SettingsPage company={company} current="bank-accounts" title={t('new')}>
      <AccountForm
        tenant={tenant}
        legalName={legalName}
        currency={company.tenant.currency}
        currencies={[...currencies]}
      />
    </SettingsPage>
  );
}
