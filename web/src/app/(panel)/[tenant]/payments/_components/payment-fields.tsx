'use client';

import { Select, Textarea, TextInput } from '@mantine/core';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { paymentMethods, type PaymentMethod } from '@countinghouse/core/payments/states';
import { useTranslations } from 'next-intl';
import { DateField } from '../../../../../ui/form/date-field';
import { FormGroup } from '../../_components/form-group';
import { CustomerField } from '../../_components/lines/customer-field';
import { fieldAt } from '../../_components/lines/field-at';
import formClasses from '../../_components/record-form.module.css';
import type { Amounts } from './open-items';
import type { RateDraft } from './rate-draft';
import { RateFields } from './rate-fields';

export interface PaymentDraft extends RateDraft {
  customerId: string | null;
  customerName: string;
  currency: string;
  amount: string;
  day: string;
  method: PaymentMethod;
  reference: string;
  notes: string;
  bankAccountId: string | null;
  amounts: Amounts;
}

interface PaymentFieldsProps {
  tenant: string;
  companyCurrency: string;
  accounts: readonly { id: string; name: string; currency: string }[];
  draft: PaymentDraft;
  /** The document whose exchange rate the payment takes where none is typed. */
  known: OpenDocumentDto | undefined;
  errors: Record<string, string>;
  change: (patch: Partial<PaymentDraft>) => void;
}

/** How much came, when, how, and from whom. */
export function PaymentFields(props: PaymentFieldsProps) {
  const { tenant, accounts, companyCurrency, draft, known, errors, change } = props;
  const t = useTranslations('payments');
  return (
    <FormGroup title={t('form.money')}>
      <CustomerField tenant={tenant} draft={draft} errors={errors} change={change} />
      <TextInput
        label={t('fields.amount')}
        required
        inputMode="decimal"
        autoComplete="off"
        value={draft.amount}
        onChange={(event) => change({ amount: event.currentTarget.value })}
        {...fieldAt(errors, 'amount')}
      />
      <TextInput
        label={t('fields.currency')}
        maxLength={3}
        value={draft.currency}
        onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
        {...fieldAt(errors, 'currency')}
      />
      {draft.currency !== companyCurrency && (
        <RateFields
          draft={draft}
          from={draft.currency}
          to={companyCurrency}
          known={known}
          errors={errors}
          change={change}
        />
      )}
      <DateField
        label={t('fields.day')}
        value={draft.day}
        onChange={(day) => change({ day })}
        {...fieldAt(errors, 'day')}
      />
      <Select
        label={t('fields.method')}
        data={paymentMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
        value={draft.method}
        allowDeselect={false}
        onChange={(value) => change({ method: paymentMethods.find((each) => each === value) ?? 'other' })}
      />
      {accounts.length > 0 && (
        <Select
          label={t('fields.bankAccount')}
          data={accounts.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))}
          value={draft.bankAccountId}
          clearable
          onChange={(bankAccountId) => change({ bankAccountId })}
          {...fieldAt(errors, 'bankAccountId')}
        />
      )}
      <TextInput
        label={t('fields.reference')}
        maxLength={200}
        value={draft.reference}
        onChange={(event) => change({ reference: event.currentTarget.value })}
        {...fieldAt(errors, 'reference')}
      />
      <Textarea
        className={formClasses.wide ?? ''}
        label={t('fields.notes')}
        value={draft.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
        {...fieldAt(errors, 'notes')}
      />
    </FormGroup>
  );
}
