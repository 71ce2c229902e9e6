import type { FieldFault } from '../platform/errors';

/** Kinds of taxation, UNCL 5305 as EN 16931 takes it (BT-118, BT-151). */
export const taxCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;
export type TaxCode = (typeof taxCodes)[number];

/** A rate in percent and the dates on which it holds, both included; without an end it holds on. */
export interface TaxRate {
  /** Exact decimal, "17.5". */
  rate: string;
  validFrom: string;
  validTo: string | null;
}

/** The earliest date that rates are kept for. */
export const RATES_BEGIN = '1900-01-01';

/** Only the standard code has a rate above zero (BR-S-05, BR-Z-05, BR-E-05 …). */
export const isTaxed = (code: TaxCode): boolean => code === 'S';

/** Codes whose invoices must say why there is no tax (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
export const needsReason = (code: TaxCode): boolean => code !== 'S' && code !== 'Z';

/** The rate of a date (YYYY-MM-DD), or undefined where none holds. */
export const rateOn = <Rate extends TaxRate>(rates: readonly Rate[], date: string): Rate | undefined =>
  rates.find((each) => each.validFrom <= date && (each.validTo === null || date <= each.validTo));

/** The rates in the order of their dates. */
export const inOrder = (rates: readonly TaxRate[]): TaxRate[] =>
  [...rates].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** What stands in an untaxed category: zero, for ever. */
export const zeroRate: TaxRate = { rate: '0', validFrom: RATES_BEGIN, validTo: null };

interface CategoryRules {
  code: TaxCode;
  exemptionReason: string | null;
  rates: readonly TaxRate[];
}

const overlaps = (a: TaxRate, b: TaxRate) =>
  a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');

function faultOfRate(code: TaxCode, rates: readonly TaxRate[], index: number): FieldFault[] {
  const each = rates[index];
  if (!each) return [];
  const at = (field: string, message: string) => [{ path: `rates.${index}.${field}`, message }];
  if (isTaxed(code) && each.rate === '0')
    return at('rate', 'must be above 0; use zero-rated or exempt instead');
  if (!isTaxed(code) && each.rate !== '0') return at('rate', 'must be 0');
  if (each.validTo !== null && each.validTo < each.validFrom) return at('validTo', 'is before the first day');
  const earlier = rates.slice(0, index).some((other) => overlaps(other, each));
  return earlier ? at('validFrom', 'overlaps another rate') : [];
}

/** Everything that is wrong with a tax category; an empty list when it may be kept. */
export function faultsOf({ code, exemptionReason, rates }: CategoryRules): FieldFault[] {
  const faults = rates.flatMap((_, index) => faultOfRate(code, rates, index));
  if (rates.length === 0) faults.push({ path: 'rates', message: 'needs at least one rate' });
  if (needsReason(code) && !exemptionReason) faults.push({ path: 'exemptionReason', message: 'is needed' });
  if (!needsReason(code) && exemptionReason)
    faults.push({ path: 'exemptionReason', message: 'has no place here' });
  return faults;
}
