import { minorUnits } from './currencies';
import { fixedText, parseDecimal } from './decimal';

/** How a user writes numbers; the names say grouping, then decimal mark. */
export const numberFormats = ['comma-point', 'point-comma', 'space-comma', 'apostrophe-point'] as const;
export type NumberFormat = (typeof numberFormats)[number];

const noBreakSpace = '\u00a0';
const minus = '\u2212';

/** Grouping and decimal mark: 1,234.56 | 1.234,56 | 1 234,56 (narrow no-break space) | 1’234.56. */
export const numberMarks: Record<NumberFormat, { group: string; decimal: string }> = {
  'comma-point': { group: ',', decimal: '.' },
  'point-comma': { group: '.', decimal: ',' },
  'space-comma': { group: '\u202f', decimal: ',' },
  'apostrophe-point': { group: '\u2019', decimal: '.' },
};

/**
 * A plain decimal ("-1234.5") as the user reads numbers, minus as U+2212; `minDecimals` pads with zeros.
 * Our own and not Intl's, so that server and browser print the same characters.
 * @throws DecimalError for a text that is no plain decimal
 */
export function formatNumber(
  decimal: string,
  numberFormat: NumberFormat,
  { minDecimals = 0 }: { minDecimals?: number } = {},
): string {
  const { int, scale } = parseDecimal(decimal, { maxIntegerDigits: 60, maxScale: 40 });
  const { group, decimal: mark } = numberMarks[numberFormat];
  const [whole = '0', decimals = ''] = fixedText(int < 0n ? -int : int, scale).split('.');
  const padded = decimals.padEnd(minDecimals, '0');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return (int < 0n ? minus : '') + grouped + (padded ? mark + padded : '');
}

/** An amount without its currency, for columns that name it elsewhere: "1,248.60". */
export function formatAmount(minor: bigint, currency: string, numberFormat: NumberFormat): string {
  const minDecimals = minorUnits(currency);
  return formatNumber(fixedText(minor, minDecimals), numberFormat, { minDecimals });
}

/** An amount for screens and documents: "1,248.60 GBP", joined by a no-break space, the same in each language. */
export const formatMoney = (
  minor: bigint,
  currency: string,
  { numberFormat }: { numberFormat: NumberFormat },
): string => formatAmount(minor, currency, numberFormat) + noBreakSpace + currency;
