import type { TradeSnapshot } from '../documents/schemas';
import { isCountry } from '../platform/fields';
import { problem } from './problems';
import type { EInvoiceProblem, EInvoiceProblemCode } from './schemas';
import { taxCodesOf } from './tax-codes';
import { xmlText } from './text';

type Rule = [broken: boolean, code: EInvoiceProblemCode, path: string];

/** Greece writes EL, Northern Ireland XI (BR-CO-09). */
const vatPrefixes = new Set(['EL', 'XI']);
const hasPrefix = (vatId: string): boolean => {
  const prefix = vatId.slice(0, 2);
  return vatPrefixes.has(prefix) || (isCountry(prefix) && prefix !== 'XK');
};

/** Who sells to whom, and what of them each tax category asks for. */
export function checkParties(snapshot: TradeSnapshot): EInvoiceProblem[] {
  const rules = [...sellerRules(snapshot), ...buyerRules(snapshot), ...deliveryRules(snapshot)];
  return rules.filter(([broken]) => broken).map(([, code, path]) => problem(code, path));
}

function sellerRules(snapshot: TradeSnapshot): Rule[] {
  const { seller } = snapshot;
  const codes = taxCodesOf(snapshot);
  const [vatId, taxNumber, registration] = [seller.vatId, seller.taxNumber, seller.registrationNumber].map(
    (text) => xmlText(text),
  );
  // BR-S-02, BR-Z-02, BR-E-02, BR-AE-02
  const taxed = ['S', 'Z', 'E', 'AE'].some((code) => codes.has(code));
  // BR-IC-02, BR-G-02
  const abroad = codes.has('K') || codes.has('G');
  return [
    [!xmlText(seller.name), 'seller-name', 'seller.name'],
    [!isCountry(seller.address?.country ?? ''), 'seller-country', 'seller.address.country'],
    [abroad && !vatId, 'seller-vat-id', 'seller.vatId'],
    [taxed && !abroad && !vatId && !taxNumber, 'seller-tax-id', 'seller.vatId'],
    // BR-CO-26; a tax number alone is written as the seller's identifier.
    [!taxed && !abroad && !vatId && !taxNumber && !registration, 'seller-identity', 'seller.vatId'],
    [Boolean(vatId) && !codes.has('O') && !hasPrefix(vatId ?? ''), 'seller-vat-prefix', 'seller.vatId'],
  ];
}

function buyerRules(snapshot: TradeSnapshot): Rule[] {
  const { buyer } = snapshot;
  const codes = taxCodesOf(snapshot);
  const vatId = xmlText(buyer.vatId);
  return [
    [!xmlText(buyer.name), 'buyer-name', 'buyer.name'],
    [!isCountry(buyer.address?.country ?? ''), 'buyer-country', 'buyer.address.country'],
    // BR-IC-02
    [codes.has('K') && !vatId, 'buyer-vat-id', 'buyer.vatId'],
    // BR-AE-02
    [
      codes.has('AE') && !codes.has('K') && !vatId && !xmlText(buyer.registrationNumber),
      'buyer-tax-id',
      'buyer.vatId',
    ],
    [vatId !== '' && !codes.has('O') && !hasPrefix(vatId), 'buyer-vat-prefix', 'buyer.vatId'],
  ];
}

function deliveryRules(snapshot: TradeSnapshot): Rule[] {
  const { deliveryFrom: from, deliveryTo: to, deliverTo } = snapshot;
  return [
    // BR-IC-11
    [taxCodesOf(snapshot).has('K') && !from && !to, 'delivery-date', 'deliveryFrom'],
    // BR-29
    [from !== null && to !== null && to < from, 'delivery-period', 'deliveryTo'],
    // BR-57, BR-IC-12; without an address of its own the goods go to the buyer.
    [deliverTo !== null && !isCountry(deliverTo.country ?? ''), 'deliver-to-country', 'deliverTo.country'],
  ];
}
