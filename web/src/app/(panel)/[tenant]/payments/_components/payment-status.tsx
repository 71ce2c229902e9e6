import type { PaymentDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

type State = 'voided' | 'refund' | 'credit' | 'part' | 'allocated';

const tones: Record<State, Tone> = {
  voided: 'off',
  refund: 'info',
  credit: 'warn',
  part: 'warn',
  allocated: 'good',
};

/** What is left to do with a payment. */
function stateOf({ state, direction, credit, amount }: PaymentDto): State {
  if (state === 'voided') return 'voided';
  if (direction === 'out') return 'refund';
  if (credit.amount === '0') return 'allocated';
  return credit.amount === amount.amount ? 'credit' : 'part';
}

export function PaymentStatus({ payment }: { payment: PaymentDto }) {
  const t = useTranslations('payments.states');
  const state = stateOf(payment);
  return <StatusLabel tone={tones[state]}>{t(state)}</StatusLabel>;
}
