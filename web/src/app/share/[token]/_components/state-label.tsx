import type { SharedDocument } from '@countinghouse/core/sharing';
import type { Language } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { StatusLabel, type Tone } from '../../../../ui/status-label';

const offerTones: Readonly<Record<string, Tone>> = {
  sent: 'info',
  accepted: 'good',
  declined: 'bad',
  expired: 'warn',
};

type State = Pick<SharedDocument, 'invoice' | 'offer'>;

function stateOf({ invoice, offer }: State): { key: string; tone: Tone } | null {
  if (offer) return { key: `offer.${offer.state}`, tone: offerTones[offer.state] ?? 'off' };
  if (!invoice || invoice.kind === 'credit_note') return null;
  if (invoice.state === 'voided') return { key: 'voided', tone: 'off' };
  if (invoice.overdue) return { key: 'overdue', tone: 'bad' };
  const paid = invoice.paymentState === 'paid' || invoice.paymentState === 'overpaid';
  return paid ? { key: 'paid', tone: 'good' } : { key: 'open', tone: 'info' };
}

/** How the document stands, in one word. */
export async function StateLabel({ shared, language }: { shared: State; language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'share' });
  const state = stateOf(shared);
  return state && <StatusLabel tone={state.tone}>{t(`states.${state.key}` as 'states.paid')}</StatusLabel>;
}
