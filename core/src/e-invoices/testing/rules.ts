import { divideHalfUp, parseDecimal, powerOfTen } from '../../platform/money';
import type { ReadBack, ReadTaxed } from './read-back';

/** Hundredths; every amount of EN 16931 has two decimals at most (BR-DEC). */
function cents(amount: string): bigint {
  if (!/^-?\d+(\.\d{1,2})?$/.test(amount)) throw new Error(`${amount} is no amount of two decimals`);
  const { int, scale } = parseDecimal(amount);
  return int * powerOfTen(2 - scale);
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const optional = (amount: string): bigint => (amount === '' ? 0n : cents(amount));
const sameRate = (a: string, b: string): boolean => Number(a || '0') === Number(b || '0');

type Rule = (invoice: ReadBack) => boolean;

const codesOf = ({ lines, adjustments, taxes }: ReadBack): Set<string> =>
  new Set([...lines, ...adjustments, ...taxes].map(({ taxCode }) => taxCode));

/** What lines, charges and discounts of a tax add up to (BR-S-08, BR-E-08 …). */
const baseOf = ({ lines, adjustments }: ReadBack, { taxCode, taxRate }: ReadTaxed): bigint => {
  const belongs = (each: ReadTaxed) => each.taxCode === taxCode && sameRate(each.taxRate, taxRate);
  return (
    sum(lines.filter(belongs).map(({ net }) => cents(net))) +
    sum(adjustments.filter(belongs).map(({ amount, isCharge }) => cents(amount) * (isCharge ? 1n : -1n)))
  );
};

function isTax({ base, tax, taxRate }: ReadBack['taxes'][number]): boolean {
  const { int, scale } = parseDecimal(taxRate);
  const expected = divideHalfUp(size(cents(base)) * int, 100n * powerOfTen(scale));
  return size(size(cents(tax)) - expected) < 100n;
}

/** PEPPOL-EN16931-R120: what the line says is quantity × price, with its discount or charge, to 0.02. */
function isLine({ quantity, price, discount, charge, net }: ReadBack['lines'][number]): boolean {
  const limits = { maxIntegerDigits: 60, maxScale: 60 };
  const [many, each] = [parseDecimal(quantity, limits), parseDecimal(price, limits)];
  const scale = many.scale + each.scale;
  const said = (cents(net) - cents(charge) + cents(discount)) * powerOfTen(scale);
  return size(many.int * each.int * 100n - said) <= 2n * powerOfTen(scale);
}

const whenTaxed =
  (codes: readonly string[], holds: Rule): Rule =>
  (invoice) =>
    !codes.some((code) => codesOf(invoice).has(code)) || holds(invoice);

const reasoned = (code: string, vatex: string | null): Rule =>
  whenTaxed([code], ({ taxes }) =>
    taxes
      .filter(({ taxCode }) => taxCode === code)
      .every(({ reason, reasonCode }) => reason !== '' && reasonCode === (vatex ?? '')),
  );

/** The rules of EN 16931 that bear on what the product writes, said once more and apart from it. */
export const rules: Readonly<Record<string, Rule>> = {
  'BR-06, BR-07': ({ seller, buyer }) => seller.name !== '' && buyer.name !== '',
  'BR-09, BR-11': ({ seller, buyer }) => /^[A-Z1][A-Z]$/.test(seller.country) && buyer.country.length === 2,
  'BR-16, BR-25': ({ lines }) => lines.length > 0 && lines.every(({ name }) => name !== ''),
  'BR-27': ({ lines }) => lines.every(({ price }) => !price.startsWith('-')),
  'BR-29': ({ periodFrom, periodTo }) => periodFrom <= periodTo,
  'BR-33, BR-38': ({ adjustments }) => adjustments.every(({ reason }) => reason !== ''),
  'BR-CO-09': ({ seller, buyer }) => [seller, buyer].every(({ vatId }) => /^([A-Z]{2}.*)?$/.test(vatId)),
  'BR-CO-10': ({ lines, totals }) => sum(lines.map(({ net }) => cents(net))) === cents(totals.items),
  'BR-CO-11': ({ adjustments, totals }) =>
    sum(adjustments.filter(({ isCharge }) => !isCharge).map(({ amount }) => cents(amount))) ===
    optional(totals.discounts),
  'BR-CO-12': ({ adjustments, totals }) =>
    sum(adjustments.filter(({ isCharge }) => isCharge).map(({ amount }) => cents(amount))) ===
    optional(totals.charges),
  'BR-CO-13': ({ totals }) =>
    cents(totals.net) === cents(totals.items) - optional(totals.discounts) + optional(totals.charges),
  'BR-CO-14': ({ taxes, totals }) => sum(taxes.map(({ tax }) => cents(tax))) === cents(totals.tax),
  'BR-CO-15': ({ totals }) => cents(totals.total) === cents(totals.net) + cents(totals.tax),
  'BR-CO-16': ({ totals }) => cents(totals.payable) === cents(totals.total) + optional(totals.rounding),
  'BR-CO-17': ({ taxes }) => taxes.every(isTax),
  'BR-CO-18': ({ taxes }) => taxes.length > 0,
  'BR-CO-25': ({ totals, dueDate, terms }) => cents(totals.payable) <= 0n || dueDate !== '' || terms !== '',
  'BR-CO-26': ({ seller }) => (seller.vatId || seller.identifier || seller.registration) !== '',
  'BR-x-01': (invoice) => {
    const rows = invoice.taxes.map(({ taxCode, taxRate }) => `${taxCode} ${Number(taxRate)}`);
    const used = [...invoice.lines, ...invoice.adjustments];
    return (
      new Set(rows).size === rows.length &&
      used.every(({ taxCode, taxRate }) => rows.includes(`${taxCode} ${Number(taxRate)}`))
    );
  },
  'BR-x-05, -06, -07': ({ lines, adjustments }) =>
    [...lines, ...adjustments].every(({ taxCode, taxRate }) => {
      if (taxCode === 'O') return taxRate === '';
      return taxCode === 'S' ? Number(taxRate) > 0 : taxRate !== '' && Number(taxRate) === 0;
    }),
  'BR-x-08': (invoice) => invoice.taxes.every((tax) => baseOf(invoice, tax) === cents(tax.base)),
  'BR-x-09': ({ taxes }) => taxes.every(({ taxCode, tax }) => taxCode === 'S' || cents(tax) === 0n),
  'BR-S-10, BR-Z-10': ({ taxes }) =>
    taxes
      .filter(({ taxCode }) => taxCode === 'S' || taxCode === 'Z')
      .every(({ reason, reasonCode }) => reason + reasonCode === ''),
  'BR-S-02, BR-Z-02, BR-E-02, BR-AE-02': whenTaxed(
    ['S', 'Z', 'E', 'AE'],
    ({ seller }) => (seller.vatId || seller.taxNumber) !== '',
  ),
  'BR-AE-02': whenTaxed(['AE'], ({ buyer }) => (buyer.vatId || buyer.registration) !== ''),
  'BR-IC-02': whenTaxed(['K'], ({ seller, buyer }) => seller.vatId !== '' && buyer.vatId !== ''),
  'BR-IC-11': whenTaxed(['K'], ({ deliveryDate, periodFrom }) => (deliveryDate || periodFrom) !== ''),
  'BR-IC-12': whenTaxed(['K'], ({ deliverToCountry }) => deliverToCountry !== ''),
  'BR-G-02': whenTaxed(['G'], ({ seller }) => seller.vatId !== ''),
  'BR-O-02': whenTaxed(['O'], ({ seller, buyer }) => seller.vatId + buyer.vatId === ''),
  'BR-O-11 to BR-O-14': (invoice) => !codesOf(invoice).has('O') || codesOf(invoice).size === 1,
  'BR-E-10': reasoned('E', null),
  'BR-AE-10': reasoned('AE', 'VATEX-EU-AE'),
  'BR-IC-10': reasoned('K', 'VATEX-EU-IC'),
  'BR-G-10': reasoned('G', 'VATEX-EU-G'),
  'BR-O-10': reasoned('O', 'VATEX-EU-O'),
  'PEPPOL-EN16931-R120': ({ lines }) => lines.every(isLine),
};
