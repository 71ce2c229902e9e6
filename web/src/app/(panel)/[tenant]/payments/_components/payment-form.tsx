'use client';

import { Select, Textarea, TextInput } from '@mantine/core';
import type { OpenDocumentDto, PaymentDto } from '@countinghouse/core/payments/schemas';
import { paymentMethods, type PaymentMethod } from '@countinghouse/core/payments/states';
import {
  formatAmount,
  isCurrency,
  parseAmountInput,
  type NumberFormat,
} from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { DateField } from '../../../../../ui/form/date-field';
import { Form, FormActions } from '../../../../../ui/form/form';
import { useReader } from '../../../../../ui/form/reader-context';
import { FormGroup } from '../../_components/form-group';
import { CustomerField } from '../../_components/lines/customer-field';
import { fieldAt } from '../../_components/lines/field-at';
import formClasses from '../../_components/record-form.module.css';
import { recordPaymentAction } from '../actions';
import { minorOf } from './amounts';
import { allocationsOf, OpenItems, spread, type Amounts } from './open-items';
import classes from './payments.module.css';
import { useCustomerDocuments } from './use-customer-documents';
import { useMoneyForm } from './use-money-form';

export interface PaymentDraft {
  customerId: string | null;
  customerName: string;
  currency: string;
  amount: string;
  day: string;
  method: PaymentMethod;
  reference: string;
  notes: string;
  bankAccountId: string | null;
  exchangeRate: string;
  amounts: Amounts;
}

interface PaymentFormProps {
  tenant: string;
  companyCurrency: string;
  initial: PaymentDraft;
  /** What is open of the customer that the form begins with. */
  documents: readonly OpenDocumentDto[];
  accounts: readonly { id: string; name: string; currency: string }[];
}

const sumOf = (allocations: readonly { amount: string }[]) =>
  allocations.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

interface Worked {
  total: string | null;
  allocations: { invoiceId: string; amount: string }[] | undefined;
  rest: bigint | null;
}

/** What the amounts that are typed come to. */
function worked(draft: PaymentDraft, documents: readonly OpenDocumentDto[], format: NumberFormat): Worked {
  const total = isCurrency(draft.currency) ? minorOf(draft.amount, draft.currency, format) : null;
  const allocations = allocationsOf(documents, draft.amounts, format);
  const rest = total !== null && allocations ? BigInt(total) - sumOf(allocations) : null;
  return { total, allocations, rest };
}

/** Faults stand beside the amounts of the documents, wherever the server counts them. */
const amountPath = (path: string, allocations: readonly { invoiceId: string }[]) => {
  const index = /^allocations\.(\d+)\./.exec(path)?.[1];
  const row = index === undefined ? undefined : allocations[Number(index)];
  return row ? `amounts.${row.invoiceId}` : path;
};

function usePaymentForm(
  { tenant, initial }: PaymentFormProps,
  documentsOf: (draft: PaymentDraft) => readonly OpenDocumentDto[],
) {
  const t = useTranslations('payments.form');
  const tLines = useTranslations('lines');
  const router = useRouter();
  const { numberFormat } = useReader();
  return useMoneyForm<PaymentDraft, PaymentDto>({
    key: `${tenant}/payment/new/${Object.keys(initial.amounts).join()}`,
    initial,
    check: (draft) => {
      const { total, allocations, rest } = worked(draft, documentsOf(draft), numberFormat);
      return {
        ...(draft.customerName.trim() && !draft.customerId && { customerId: tLines('customerUnknown') }),
        ...((total === null || BigInt(total) <= 0n) && { amount: t('noAmount') }),
        ...(!allocations && { allocations: t('noAmounts') }),
        ...(rest !== null && rest < 0n && { amount: t('tooMuch') }),
      };
    },
    send: async (draft) => {
      const { total, allocations = [] } = worked(draft, documentsOf(draft), numberFormat);
      const rate = parseAmountInput(draft.exchangeRate, numberFormat);
      const result = await recordPaymentAction(tenant, {
        customerId: draft.customerId,
        currency: draft.currency,
        amount: total ?? '0',
        ...(draft.day && { day: draft.day }),
        method: draft.method,
        reference: draft.reference,
        notes: draft.notes,
        bankAccountId: draft.bankAccountId,
        ...(rate && { exchangeRate: rate }),
        allocations,
      });
      if (result.ok) return result;
      return {
        ...result,
        errors: result.errors.map((each) => ({ ...each, path: amountPath(each.path, allocations) })),
      };
    },
    onSaved: (payment) => {
      router.push(`/${tenant}/payments/${payment.id}`);
      router.refresh();
    },
  });
}

interface FactsProps extends Pick<PaymentFormProps, 'tenant' | 'accounts' | 'companyCurrency'> {
  draft: PaymentDraft;
  errors: Record<string, string>;
  change: (patch: Partial<PaymentDraft>) => void;
}

function Facts({ tenant, accounts, companyCurrency, draft, errors, change }: FactsProps) {
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
      {draft.currency !== companyCurrency && (
        <TextInput
          label={t('form.rate', { from: draft.currency, to: companyCurrency })}
          description={t('form.rateHint')}
          inputMode="decimal"
          value={draft.exchangeRate}
          onChange={(event) => change({ exchangeRate: event.currentTarget.value })}
          {...fieldAt(errors, 'exchangeRate')}
        />
      )}
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

/** The form of money that came: how much, from whom, and what it settles. */
export function PaymentForm(props: PaymentFormProps) {
  const { tenant, initial } = props;
  const t = useTranslations('payments.form');
  const { numberFormat } = useReader();
  const all = useCustomerDocuments(tenant, props.documents, initial.customerId);
  const documentsOf = (draft: PaymentDraft) =>
    all.documents.filter(({ open }) => open.currency === draft.currency);
  const { form, draft, change } = usePaymentForm(props, documentsOf);
  const documents = documentsOf(draft);
  const { total, rest } = worked(draft, documents, numberFormat);
  const errors = form.errors;
  const changed = (patch: Partial<PaymentDraft>) => {
    if (patch.customerId !== undefined && patch.customerId !== draft.customerId) all.ask(patch.customerId);
    change(patch);
  };
  const byDocument = Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) =>
      path.startsWith('amounts.') ? [[path.slice('amounts.'.length), message]] : [],
    ),
  );
  return (
    <Form form={form} className={formClasses.form ?? ''}>
      <Facts {...props} draft={draft} errors={errors} change={changed} />
      <section className={classes.box}>
        <h2>{t('settles')}</h2>
        {documents.length === 0 ? (
          <p className={classes.quiet}>{draft.customerId ? t('nothingOpen') : t('chooseCustomer')}</p>
        ) : (
          <>
            <OpenItems
              documents={documents}
              amounts={draft.amounts}
              errors={byDocument}
              onChange={(amounts) => change({ amounts })}
            />
            <div className={classes.bar}>
              <Button
                disabled={total === null}
                onClick={() => change({ amounts: spread(documents, BigInt(total ?? '0'), numberFormat) })}
              >
                {t('spread')}
              </Button>
              <p role="status">
                {rest !== null &&
                  t(rest < 0n ? 'over' : 'rest', {
                    amount: `${formatAmount(rest < 0n ? -rest : rest, draft.currency, numberFormat)} ${draft.currency}`,
                  })}
              </p>
            </div>
          </>
        )}
      </section>
      <div className={formClasses.bar}>
        <FormActions busy={form.busy} label={t('save')} cancelHref={`/${tenant}/payments`} />
      </div>
    </Form>
  );
}
