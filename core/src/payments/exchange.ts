import {
  compareDecimals,
  minorUnits,
  multiplyDecimals,
  parseDecimal,
  roundHalfUp,
  type Decimal,
} from '../platform/money';

/** An amount of one currency in another one, in minor units of that; `rate` is units of it for one of the first. */
export function converted(minor: bigint, currency: string, rate: string, into: string): bigint {
  const amount: Decimal = { int: minor, scale: minorUnits(currency) };
  return roundHalfUp(multiplyDecimals(amount, parseDecimal(rate)), minorUnits(into));
}

interface Settlement {
  direction: 'in' | 'out';
  /** What it takes of the payment, and at what rate to the company's currency. */
  paymentMinor: bigint;
  paymentCurrency: string;
  paymentRate: string;
  /** What it settles of the document; null where no rate to the company's currency is known. */
  amountMinor: bigint;
  documentCurrency: string;
  documentRate: string | null;
  companyCurrency: string;
}

/**
 * What the company gains (loses: negative) because the rate on the day of payment is not the rate of the document, in
 * minor units of its currency: received less what was claimed or, for money given back, owed less what was paid.
 */
export function exchangeDifference(each: Settlement): bigint {
  if (each.documentRate === null) return 0n;
  const same =
    each.paymentCurrency === each.documentCurrency &&
    compareDecimals(parseDecimal(each.paymentRate), parseDecimal(each.documentRate)) === 0;
  if (same) return 0n;
  const paid = converted(each.paymentMinor, each.paymentCurrency, each.paymentRate, each.companyCurrency);
  const claimed = converted(each.amountMinor, each.documentCurrency, each.documentRate, each.companyCurrency);
  return each.direction === 'in' ? paid - claimed : claimed - paid;
}
