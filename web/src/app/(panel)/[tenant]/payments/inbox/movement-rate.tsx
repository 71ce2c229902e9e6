'use client';

import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useReader } from '../../../../../ui/form/reader-context';
import { noRate, rated, rateInput, rateIsWrong, type RateDraft } from '../_components/rate-draft';
import { RateFields } from '../_components/rate-fields';
import classes from '../_components/payments.module.css';

/** The exchange rate of a movement in another currency than the company's. */
export interface MovementRateState {
  from: string;
  to: string;
  draft: RateDraft;
  change: (patch: Partial<RateDraft>) => void;
  /** Nothing can be booked with what is typed. */
  wrong: boolean;
  input: ReturnType<typeof rateInput>;
}

/** Null for the company's own currency. */
export function useMovementRate(from: string, to: string): MovementRateState | null {
  const { numberFormat } = useReader();
  const [draft, setDraft] = useState(noRate);
  if (from === to) return null;
  return {
    from,
    to,
    draft,
    change: (patch) => setDraft((before) => ({ ...before, ...patch })),
    wrong: rateIsWrong(draft, numberFormat),
    input: rateInput(draft, numberFormat),
  };
}

interface MovementRateProps {
  rate: MovementRateState | null;
  /** What the movement pays, as far as is known: its rate counts where none is typed. */
  documents: readonly OpenDocumentDto[];
  /** Faults by path. */
  errors: Record<string, string>;
}

export function MovementRate({ rate, documents, errors }: MovementRateProps) {
  const t = useTranslations('payments.form');
  if (!rate) return null;
  const { from, to, draft, change, wrong } = rate;
  return (
    <div className={classes.rate}>
      <RateFields
        draft={draft}
        from={from}
        to={to}
        known={rated(documents, from, to)}
        errors={wrong ? { ...errors, exchangeRate: t('noRate') } : errors}
        change={change}
      />
    </div>
  );
}
