'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import {
  ibanInGroups,
  type BankAccountDto,
  type CreateBankAccountInput,
} from '@countinghouse/core/company/schemas';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import classes from '../../_components/settings.module.css';
import { createAccountAction, updateAccountAction } from '../actions';

interface AccountFormProps {
  tenant: string;
  /** Of the company: who the account belongs to unless said otherwise. */
  legalName: string;
  currency: string;
  currencies: string[];
  edited?: BankAccountDto;
}

/** A bank account: an IBAN, or the numbers that banks without one use. */
export function AccountForm({ tenant, legalName, currency, currencies, edited }: AccountFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const list = `/${tenant}/settings/bank-accounts`;
  const form = useActionForm<Record<string, string>, BankAccountDto, CreateBankAccountInput>({
    action: (input) =>
      edited
        ? updateAccountAction(tenant, edited.id, edited.version, input)
        : createAccountAction(tenant, input),
    initialValues: {
      name: edited?.name ?? '',
      holder: edited?.holder ?? legalName,
      iban: edited?.iban ? ibanInGroups(edited.iban) : '',
      bic: edited?.bic ?? '',
      bankName: edited?.bankName ?? '',
      accountNumber: edited?.accountNumber ?? '',
      bankCode: edited?.bankCode ?? '',
      currency: edited?.currency ?? currency,
    },
    toInput: (values) => values as unknown as CreateBankAccountInput,
    validate: { name: (value) => (value?.trim() ? null : t('required')) },
    onSaved: () => {
      router.push(list);
      router.refresh();
    },
  });
  const text = (path: string, most: number, label: string, description?: string) => (
    <TextInput
      label={label}
      maxLength={most}
      autoComplete="off"
      {...(description && { description })}
      key={form.key(path)}
      {...form.getInputProps(path)}
    />
  );
  return (
    <Form form={form} className={classes.box}>
      <div className={classes.pair}>
        {text('name', 80, t('accounts.name'), t('accounts.nameHint'))}
        <NativeSelect
          label={t('company.currency')}
          description={t('accounts.currencyHint')}
          data={currencies}
          key={form.key('currency')}
          {...form.getInputProps('currency')}
        />
      </div>
      {text('holder', 140, t('accounts.holder'))}
      {text('iban', 50, t('accounts.iban'))}
      <div className={classes.pair}>
        {text('bic', 20, t('accounts.bic'))}
        {text('bankName', 100, t('accounts.bankName'))}
        {text('accountNumber', 40, t('accounts.accountNumber'), t('accounts.accountNumberHint'))}
        {text('bankCode', 40, t('accounts.bankCode'), t('accounts.bankCodeHint'))}
      </div>
      <FormActions busy={form.busy} label={t('save')} cancelHref={list}>
        {form.failure?.code === 'stale' && edited && <a href={`${list}/${edited.id}`}>{t('showNewest')}</a>}
      </FormActions>
    </Form>
  );
}
