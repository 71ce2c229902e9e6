import { fault, type FaultCode, type FieldFault } from '../platform/errors';

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
  const at = (field: string, code: FaultCode) => [fault(`rates.${index}.${field}`, code)];
  if (isTaxed(code) && each.rate === '0') return at('rate', 'rate-above-zero');
  if (!isTaxed(code) && each.rate !== '0') return at('rate', 'rate-zero');
  if (each.validTo !== null && each.validTo < each.validFrom) return at('validTo', 'last-before-first');
  const earlier = rates.slice(0, index).some((other) => overlaps(other, each));
  return earlier ? at('validFrom', 'rates-overlap') : [];
}

/** Everything that is wrong with a tax category; an empty list when it may be kept. */
export function faultsOf({ code, exemptionReason, rates }: CategoryRules): FieldFault[] {
  const faults = rates.flatMap((_, index) => faultOfRate(code, rates, index));
  if (rates.length === 0) faults.push(fault('rates', 'rates-needed'));
  if (needsReason(code) && !exemptionReason) faults.push(fault('exemptionReason', 'needed'));
  if (!needsReason(code) && exemptionReason) faults.push(fault('exemptionReason', 'no-reason'));
  return faults;
}
