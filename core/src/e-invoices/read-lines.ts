import type { SnapshotItem, TradeSnapshot } from '../documents/schemas';
import {
  decimalText,
  divideHalfUp,
  formatMinor,
  minorUnits,
  multiplyDecimals,
  parseDecimal,
  powerOfTen,
  type Decimal,
} from '../platform/money';
import type { ELine, ETaxed } from './model';
import { reasonCodes, reasonTexts } from './reasons';
import { xmlText } from './text';

const limits = { maxIntegerDigits: 30, maxScale: 20 };
const size = (int: bigint): bigint => (int < 0n ? -int : int);
const shortest = (text: string): string => decimalText(parseDecimal(text, limits));

export const taxOf = ({ taxCode, taxRate }: { taxCode: string; taxRate: string }): ETaxed => ({
  taxCode,
  taxRate: taxCode === 'O' ? null : shortest(taxRate),
});

/** Lines as they are in the document; a negative price turns into a negative quantity (BR-27). */
export function readLines(snapshot: TradeSnapshot): ELine[] {
  return snapshot.items.map((item) => {
    const gross = BigInt(item.netMinor) + BigInt(item.discountNetMinor);
    const { price, quantity } = priceOf(item, gross, snapshot);
    return {
      id: String(item.position),
      title: xmlText(item.title),
      sku: xmlText(item.sku),
      quantity: decimalText(quantity),
      unit: item.unit,
      net: formatMinor(BigInt(item.netMinor), snapshot.currency),
      price: decimalText(price),
      adjustment: adjustmentOf(item, gross, snapshot),
      ...taxOf(item),
    };
  });
}

/**
 * The net price: the printed one where it says the line's amount, else the one that does. It does not where prices
 * contain tax, nor where the currency is coarser than the 0.02 that PEPPOL-EN16931-R120 lets pass.
 */
function priceOf(item: SnapshotItem, gross: bigint, { currency, pricesIncludeTax }: TradeSnapshot) {
  const quantity = parseDecimal(item.quantity, limits);
  const printed = parseDecimal(item.unitPrice, limits);
  const decimals = minorUnits(currency);
  const price =
    quantity.int === 0n || (!pricesIncludeTax && fits(multiplyDecimals(quantity, printed), gross, decimals))
      ? printed
      : quotient({ int: gross, scale: decimals }, quantity);
  return price.int < 0n
    ? { price: { ...price, int: -price.int }, quantity: { ...quantity, int: -quantity.int } }
    : { price, quantity };
}

function fits(product: Decimal, gross: bigint, decimals: number): boolean {
  const scale = Math.max(product.scale, decimals, 2);
  const difference = product.int * powerOfTen(scale - product.scale) - gross * powerOfTen(scale - decimals);
  return size(difference) <= powerOfTen(scale - 2);
}

/** With as many decimals as it takes to come back to the amount. */
function quotient(amount: Decimal, by: Decimal): Decimal {
  const scale = 6 + size(by.int).toString().length;
  const int = divideHalfUp(amount.int * powerOfTen(scale + by.scale), by.int * powerOfTen(amount.scale));
  return parseDecimal(decimalText({ int, scale }), { maxIntegerDigits: 60, maxScale: 60 });
}

function adjustmentOf(item: SnapshotItem, gross: bigint, snapshot: TradeSnapshot): ELine['adjustment'] {
  const discount = BigInt(item.discountNetMinor);
  if (discount === 0n) return null;
  const isCharge = discount < 0n;
  return {
    isCharge,
    amount: formatMinor(size(discount), snapshot.currency),
    percent: isCharge ? null : percentOf(item, gross, discount, snapshot.currency),
    reason: reasonTexts(snapshot.language)[isCharge ? 'charge' : 'discount'],
    reasonCode: reasonCodes[isCharge ? 'charge' : 'discount'],
  };
}

/** PEPPOL-EN16931-R040: amount = base × percentage, to 0.02. */
function percentOf({ discountPercent }: SnapshotItem, gross: bigint, discount: bigint, currency: string) {
  const percent = parseDecimal(discountPercent, limits);
  if (percent.int === 0n) return null;
  const product = { int: gross * percent.int, scale: percent.scale + 2 + minorUnits(currency) };
  if (!fits(product, discount, minorUnits(currency))) return null;
  return { percent: decimalText(percent), base: formatMinor(gross, currency) };
}
