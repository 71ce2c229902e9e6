'use client';

import type { OpenDocumentDto, PaymentDto } from '@countinghouse/core/payments/schemas';
import { formatAmount, isCurrency, type NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { Form, FormActions } from '../../../../../ui/form/form';
import { useReader } from '../../../../../ui/form/reader-context';
import formClasses from '../../_components/record-form.module.css';
import { recordPaymentAction } from '../actions';
import { minorOf } from './amounts';
import { allocationsOf, OpenItems, spread } from './open-items';
import { PaymentFields, type PaymentDraft } from './payment-fields';
import classes from './payments.module.css';
import { rated, rateInput, rateIsWrong } from './rate-draft';
import { useCustomerDocuments } from './use-customer-documents';
import { useMoneyForm } from './use-money-form';

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
  { tenant, companyCurrency, initial }: PaymentFormProps,
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
        ...(draft.currency !== companyCurrency &&
          rateIsWrong(draft, numberFormat) && { exchangeRate: t('noRate') }),
      };
    },
    send: async (draft) => {
      const { total, allocations = [] } = worked(draft, documentsOf(draft), numberFormat);
      const result = await recordPaymentAction(tenant, {
        customerId: draft.customerId,
        currency: draft.currency,
        amount: total ?? '0',
        ...(draft.day && { day: draft.day }),
        method: draft.method,
        reference: draft.reference,
        notes: draft.notes,
        bankAccountId: draft.bankAccountId,
        ...(draft.currency !== companyCurrency && rateInput(draft, numberFormat)),
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
  const known = rated(
    documents.filter(({ id }) => (draft.amounts[id] ?? '').trim() !== ''),
    draft.currency,
    props.companyCurrency,
  );
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
      <PaymentFields {...props} draft={draft} known={known} errors={errors} change={changed} />
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
              customerId={draft.customerId}
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
