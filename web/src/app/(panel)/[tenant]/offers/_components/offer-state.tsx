import type { OfferState } from '@countinghouse/core/offers/states';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

const tones: Readonly<Record<OfferState, Tone>> = {
  draft: 'off',
  sent: 'info',
  accepted: 'good',
  declined: 'bad',
  expired: 'warn',
  withdrawn: 'off',
  superseded: 'off',
};

/** The state of an offer. */
export function OfferStateLabel({ state }: { state: OfferState }) {
  const t = useTranslations('offers.states');
  return <StatusLabel tone={tones[state]}>{t(state)}</StatusLabel>;
}
