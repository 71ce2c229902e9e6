import type { InvoiceSummaryDto } from '@countinghouse/core/invoices/schemas';
import type { PaymentState } from '@countinghouse/core/invoices/states';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

type Labelled = Pick<InvoiceSummaryDto, 'kind' | 'state' | 'paymentState' | 'overdue'>;

const tones: Record<PaymentState, Tone> = {
  open: 'info',
  partly_paid: 'warn',
  paid: 'good',
  overpaid: 'warn',
};

/** How an invoice stands: its document, its money, and whether that is late. */
export function InvoiceLabels({ invoice, full = false }: { invoice: Labelled; full?: boolean }) {
  const t = useTranslations('invoices');
  const { kind, state, paymentState, overdue } = invoice;
  const isCredit = kind === 'credit_note';
  return (
    <>
      {kind !== 'invoice' && !full && <StatusLabel tone="off">{t(`kinds.${kind}`)}</StatusLabel>}{' '}
      {state !== 'issued' && <StatusLabel tone="off">{t(`states.${state}`)}</StatusLabel>}
      {state === 'issued' && full && <StatusLabel tone="good">{t('states.issued')}</StatusLabel>}{' '}
      {paymentState && (
        <StatusLabel tone={isCredit && paymentState === 'paid' ? 'off' : tones[paymentState]}>
          {t(isCredit ? `creditStates.${paymentState}` : `paymentStates.${paymentState}`)}
        </StatusLabel>
      )}{' '}
      {overdue && <StatusLabel tone="bad">{t('overdue')}</StatusLabel>}
    </>
  );
}
