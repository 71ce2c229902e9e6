import { getBankAccount } from '@countinghouse/core/company';
import { currencies } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { SettingsPage } from '../../_components/settings-page';
import { AccountForm } from '../_components/account-form';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export default async function BankAccountPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'settings:write')) notFound();
  const account = await orNotFound(getBankAccount(company.ctx, id));
  return (
    <SettingsPage company={company} current="bank-accounts" title={account.name}>
      <AccountForm
        tenant={tenant}
        legalName={account.holder}
        currency={account.currency}
        currencies={[...currencies]}
        edited={account}
      />
    </SettingsPage>
  );
}
