import type { RecurringInvoiceSummaryDto } from '@countinghouse/core/recurring-invoices/schemas';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

type Shown = Pick<RecurringInvoiceSummaryDto, 'state' | 'failure' | 'pauseReason'>;

const tones: Record<Shown['state'], Tone> = { active: 'good', paused: 'warn', ended: 'off' };

/** The state of a series, and beside it whether someone should look at it. */
export function SeriesState({ state, failure, pauseReason }: Shown) {
  const t = useTranslations('recurring.states');
  if (failure || pauseReason === 'catch_up') return <StatusLabel tone="bad">{t('failing')}</StatusLabel>;
  return <StatusLabel tone={tones[state]}>{t(state)}</StatusLabel>;
}
