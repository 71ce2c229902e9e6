import type { TradeSnapshot } from '../documents/schemas';
import { checkXRechnung } from './check-xrechnung';
import { ciiXml } from './cii';
import type { EInvoice } from './model';
import { readEInvoice } from './read';
import type { EInvoiceFormat } from './schemas';
import { ublXml, type UblProfile } from './ubl';

const process = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const peppol: UblProfile = {
  customization: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  process,
};
const plain: UblProfile = { customization: 'urn:cen.eu:en16931:2017', process: null };
const xrechnung: UblProfile = {
  customization: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  process,
};

/**
 * What Peppol BIS Billing 3 asks for beyond EN 16931: both sides reachable in its network, and a reference of the
 * buyer's (PEPPOL-EN16931-R003, R010, R020, CL008); between Germans all that XRechnung asks for, too (DE-R).
 */
function fitsPeppol(invoice: EInvoice, snapshot: TradeSnapshot): boolean {
  const { seller, buyer, buyerReference, orderReference, salesOrder } = invoice;
  const parties = [seller, buyer];
  if (!parties.every(({ endpoint }) => endpoint !== null && endpoint.scheme !== 'EM')) return false;
  if (parties.every(({ address }) => address.country === 'DE')) return checkXRechnung(snapshot).length === 0;
  return Boolean(buyerReference || orderReference || salesOrder);
}

/** XRechnung has no code for deposits (BR-DE-17). */
const typeCodeOf = ({ typeCode }: EInvoice): string => (typeCode === '386' ? '380' : typeCode);

/**
 * The document as an e-invoice. All amounts are the snapshot's own. UBL that lacks what Peppol BIS Billing 3 asks for
 * says of itself that it is EN 16931 alone. `checkEInvoice` tells beforehand whether the result is valid.
 * @param number the document's number (BT-1)
 */
export function eInvoiceXml(format: EInvoiceFormat, number: string, snapshot: TradeSnapshot): string {
  const invoice = readEInvoice(number, snapshot);
  if (format === 'cii') return ciiXml(invoice);
  if (format === 'xrechnung') return ublXml({ ...invoice, typeCode: typeCodeOf(invoice) }, xrechnung);
  return ublXml(invoice, fitsPeppol(invoice, snapshot) ? peppol : plain);
}
