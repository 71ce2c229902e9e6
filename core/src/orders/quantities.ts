import Big from 'big.js';

/**
 * What is left of an ordered quantity (exact decimal text) after some was delivered. Works for returns, whose
 * quantities are negative, as well. null when more is delivered than there is, or in the wrong direction.
 */
export function left(ordered: string, delivered: string, now = '0'): string | null {
  const whole = Big(ordered);
  const step = Big(now);
  const rest = whole.minus(delivered).minus(step);
  const wrongWay = (amount: Big) => !amount.eq(0) && amount.s !== whole.s;
  return wrongWay(rest) || wrongWay(step) ? null : rest.toFixed();
}
