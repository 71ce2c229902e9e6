import { divideHalfUp } from '../platform/money';
import { absolute } from './totals-lines';

/**
 * Splits an amount in proportion to weights, without losing a unit: largest remainders get the odd units,
 * earlier parts first when equal. Signs of weights do not matter; with no weight the first part takes all.
 */
export function spreadAmount(amount: bigint, weights: readonly bigint[]): bigint[] {
  const sizes = weights.map(absolute);
  const whole = sizes.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  return settle(
    sizes.map((weight) => amount * weight),
    whole,
    amount,
  );
}

/** Takes `numerator / denominator` of each base; the parts add up to that share of the sum, rounded half up. */
export function spreadShare(bases: readonly bigint[], numerator: bigint, denominator: bigint): bigint[] {
  const sum = bases.reduce((total, base) => total + base, 0n);
  return settle(
    bases.map((base) => base * numerator),
    denominator,
    divideHalfUp(sum * numerator, denominator),
  );
}

/** The same, but the parts add up to a `total` that is known already, a unit or so beside the rounded share. */
export const spreadShareTo = (
  bases: readonly bigint[],
  numerator: bigint,
  denominator: bigint,
  total: bigint,
): bigint[] =>
  settle(
    bases.map((base) => base * numerator),
    denominator,
    total,
  );

/** Rounds fractions towards zero, then moves those furthest off by one unit until they add up to `total`. */
function settle(dividends: readonly bigint[], divisor: bigint, total: bigint): bigint[] {
  const parts = dividends.map((dividend) => dividend / divisor);
  const missing = total - parts.reduce((sum, part) => sum + part, 0n);
  const unit = missing < 0n ? -1n : 1n;
  const lag = dividends.map((dividend) => (dividend % divisor) * unit);
  const order = lag.map((_, index) => index).sort((a, b) => compare(lag[b] ?? 0n, lag[a] ?? 0n) || a - b);
  const steps = Number(absolute(missing));
  for (let step = 0; step < steps && order.length > 0; step += 1) {
    const index = order[step % order.length] ?? 0;
    parts[index] = (parts[index] ?? 0n) + unit;
  }
  return parts;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
