import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { parseAmountInput, type NumberFormat } from '@countinghouse/core/platform/money';

/** An exchange rate as it is being typed. */
export interface RateDraft {
  exchangeRate: string;
  exchangeRateDate: string;
  exchangeRateSource: string;
}

export const noRate: RateDraft = { exchangeRate: '', exchangeRateDate: '', exchangeRateSource: '' };

/** Whether something was typed as a rate that is none, or told of a rate that is not there. */
export function rateIsWrong(draft: RateDraft, numberFormat: NumberFormat): boolean {
  const { exchangeRate, exchangeRateDate, exchangeRateSource } = draft;
  return exchangeRate.trim() === ''
    ? exchangeRateDate !== '' || exchangeRateSource.trim() !== ''
    : parseAmountInput(exchangeRate, numberFormat) === null;
}

/** What was typed, as the verbs take it; what is empty is left to them. */
export function rateInput(draft: RateDraft, numberFormat: NumberFormat) {
  const rate = parseAmountInput(draft.exchangeRate, numberFormat);
  if (rate === null) return {};
  return {
    exchangeRate: rate,
    ...(draft.exchangeRateDate && { exchangeRateDate: draft.exchangeRateDate }),
    ...(draft.exchangeRateSource.trim() && { exchangeRateSource: draft.exchangeRateSource }),
  };
}

/** The document whose rate the payment would have: the first one with a rate to the company's currency. */
export const rated = (documents: readonly OpenDocumentDto[], from: string, to: string) =>
  documents.find(({ open, exchangeRate }) => open.currency === from && exchangeRate?.currency === to);
