'use client';

import { TextInput } from '@mantine/core';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { formatNumber } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { DateField } from '../../../../../ui/form/date-field';
import { useReader } from '../../../../../ui/form/reader-context';
import { fieldAt } from '../../_components/lines/field-at';
import type { RateDraft } from './rate-draft';

interface RateFieldsProps {
  draft: RateDraft;
  /** The currency of the money, and the company's. */
  from: string;
  to: string;
  /** The document whose rate counts where none is typed. */
  known?: OpenDocumentDto | undefined;
  errors: Record<string, string>;
  change: (patch: Partial<RateDraft>) => void;
}

/** What one unit of foreign money was worth, when, and who says so. */
export function RateFields({ draft, from, to, known, errors, change }: RateFieldsProps) {
  const t = useTranslations('payments.form');
  const reader = useReader();
  const rate = known?.exchangeRate;
  const shown = rate && formatNumber(rate.rate, reader.numberFormat);
  return (
    <>
      <TextInput
        label={t('rate', { from, to })}
        description={
          rate && shown
            ? t('rateOf', { rate: shown, number: known.number, date: formatDate(rate.date, reader) })
            : t('rateHint')
        }
        placeholder={shown ?? ''}
        inputMode="decimal"
        autoComplete="off"
        value={draft.exchangeRate}
        onChange={(event) => change({ exchangeRate: event.currentTarget.value })}
        {...fieldAt(errors, 'exchangeRate')}
      />
      <DateField
        label={t('rateDate')}
        description={t('rateDateHint')}
        value={draft.exchangeRateDate}
        onChange={(exchangeRateDate) => change({ exchangeRateDate })}
        {...fieldAt(errors, 'exchangeRateDate')}
      />
      <TextInput
        label={t('rateSource')}
        placeholder={rate?.source ?? ''}
        maxLength={80}
        value={draft.exchangeRateSource}
        onChange={(event) => change({ exchangeRateSource: event.currentTarget.value })}
        {...fieldAt(errors, 'exchangeRateSource')}
      />
    </>
  );
}
