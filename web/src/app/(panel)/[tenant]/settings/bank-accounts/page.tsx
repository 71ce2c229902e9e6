import { listBankAccounts } from '@countinghouse/core/company';
import { ibanInGroups, type BankAccountDto } from '@countinghouse/core/company/schemas';
import { may } from '@countinghouse/core/platform/permissions';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { EmptyState } from '../../../../../ui/empty-state';
import { StatusLabel } from '../../../../../ui/status-label';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { AccountMoves } from './_components/account-moves';

export const generateMetadata = sectionMetadata('bank-accounts');

const numbersOf = ({ iban, bic, accountNumber, bankCode }: BankAccountDto) =>
  [iban && ibanInGroups(iban), bic, bankCode, accountNumber].filter(Boolean).join(' · ');

export default async function BankAccounts({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const [t, accounts] = await Promise.all([
    getTranslations('settings.accounts'),
    orNotFound(listBankAccounts(company.ctx, { archived: 'all' })),
  ]);
  const writes = may(company.ctx.actor, 'settings:write');
  const add = writes && (
    <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/settings/bank-accounts/new`}>
      {t('add')}
    </ButtonLink>
  );
  return (
    <SettingsPage company={company} current="bank-accounts" primary={accounts.length > 0 && add}>
      {accounts.length === 0 ? (
        <EmptyState icon={IconBuildingBank} title={t('empty')} actions={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {accounts.map((account) => (
            <li key={account.id} className={classes.line}>
              <div className={classes.who}>
                <strong>
                  {account.name}
                  <span>{account.currency}</span>
                  {account.isDefault && <StatusLabel tone="good">{t('default')}</StatusLabel>}
                  {account.archived && <StatusLabel tone="off">{t('archived')}</StatusLabel>}
                </strong>
                <span>{numbersOf(account)}</span>
                <span>{[account.holder, account.bankName].filter(Boolean).join(' · ')}</span>
              </div>
              {writes && (
                <AccountMoves
                  tenant={tenant}
                  id={account.id}
                  name={account.name}
                  isDefault={account.isDefault}
                  archived={account.archived}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>{t('stamped')}</p>
    </SettingsPage>
  );
}
