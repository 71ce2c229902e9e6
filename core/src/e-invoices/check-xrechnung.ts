import type { SnapshotAddress, TradeSnapshot } from '../documents/schemas';
import { endpointOf, isEmail } from './endpoint';
import { problem } from './problems';
import type { EInvoiceProblem, EInvoiceProblemCode } from './schemas';
import { xmlText } from './text';

type Rule = [broken: boolean, code: EInvoiceProblemCode, path: string];

const hasTown = (address: SnapshotAddress | null) =>
  xmlText(address?.city) !== '' && xmlText(address?.postalCode) !== '';

/** What XRechnung 3.0 asks for beyond EN 16931 (KoSIT, rules BR-DE-2 to BR-DE-28). */
export function checkXRechnung({
  seller,
  buyer,
  deliverTo,
  buyerReference,
}: TradeSnapshot): EInvoiceProblem[] {
  const digits = xmlText(seller.phone).replace(/\D/g, '');
  const rules: Rule[] = [
    [!xmlText(buyerReference), 'buyer-reference', 'buyerReference'],
    [!xmlText(seller.contactName), 'seller-contact-name', 'seller.contactName'],
    [digits.length < 3, 'seller-phone', 'seller.phone'],
    [!isEmail(seller.email), 'seller-email', 'seller.email'],
    [!hasTown(seller.address), 'seller-town', 'seller.address.city'],
    [!hasTown(buyer.address), 'buyer-town', 'buyer.address.city'],
    [deliverTo !== null && !hasTown(deliverTo), 'deliver-to-town', 'deliverTo.city'],
    // PEPPOL-EN16931-R010, which XRechnung has taken over.
    [endpointOf(buyer) === null, 'buyer-email', 'buyer.email'],
  ];
  return rules.filter(([broken]) => broken).map(([, code, path]) => problem(code, path));
}
