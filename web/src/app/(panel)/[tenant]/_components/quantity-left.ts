import { decimalText, parseDecimal } from '@countinghouse/core/platform/money';

/** What is left of a quantity; plain decimals such as "2.5". */
export function quantityLeft(whole: string, taken: string): string {
  const [a, b] = [parseDecimal(whole), parseDecimal(taken)];
  const scale = Math.max(a.scale, b.scale);
  const at = ({ int, scale: own }: typeof a) => int * 10n ** BigInt(scale - own);
  return decimalText({ int: at(a) - at(b), scale });
}
