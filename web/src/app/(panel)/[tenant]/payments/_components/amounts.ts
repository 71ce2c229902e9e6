import {
  formatAmount,
  parseAmountInput,
  toMinor,
  type NumberFormat,
} from '@countinghouse/core/platform/money';

/** What was typed as an amount, in minor units; null where it is none. */
export function minorOf(text: string, currency: string, numberFormat: NumberFormat): string | null {
  const decimal = parseAmountInput(text, numberFormat);
  if (decimal === null) return null;
  try {
    return toMinor(decimal, currency).toString();
  } catch {
    return null;
  }
}

/** An amount as it stands in a field. */
export const textOf = (minor: string, currency: string, numberFormat: NumberFormat): string =>
  formatAmount(BigInt(minor), currency, numberFormat);
