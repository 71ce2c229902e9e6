import type { Parsed } from './problems';

const SIGNS: Record<string, string> = {
  '£': 'GBP',
  '€': 'EUR',
  '₽': 'RUB',
  '₸': 'KZT',
  '₺': 'TRY',
  '₴': 'UAH',
  '₹': 'INR',
  руб: 'RUB',
  'руб.': 'RUB',
  рублей: 'RUB',
  сум: 'UZS',
  "so'm": 'UZS',
  som: 'UZS',
  euro: 'EUR',
};

let known: Set<string> | undefined;

/** ISO 4217 code by the code itself or a sign that only one currency has; null when the cell is blank. */
export function parseCurrency(cell: string): Parsed<string | null> {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  known ??= new Set(Intl.supportedValuesOf('currency'));
  const sign = SIGNS[text.toLowerCase().replace(/[’‘ʻ`]/g, "'")];
  const code = sign ?? text.toUpperCase();
  return known.has(code) ? { ok: true, value: code } : { ok: false, code: 'unknown-currency' };
}
