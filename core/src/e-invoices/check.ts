import type { TradeSnapshot } from '../documents/schemas';
import { checkAmounts } from './check-amounts';
import { checkParties } from './check-parties';
import { checkPayment } from './check-payment';
import { checkXRechnung } from './check-xrechnung';
import type { EInvoiceFormat, EInvoiceProblem } from './schemas';

/**
 * Everything that would keep the document from being a valid e-invoice by EN 16931 (rules of the official set,
 * ConnectingEurope/eInvoicing-EN16931 1.3.16), before it is issued; empty when all is well. Pure, also for browsers.
 * @param format `xrechnung` asks for more: it tells what its own rules (BR-DE) miss, too
 */
export function checkEInvoice(snapshot: TradeSnapshot, format: EInvoiceFormat = 'cii'): EInvoiceProblem[] {
  return [
    ...checkParties(snapshot),
    ...checkAmounts(snapshot),
    ...checkPayment(snapshot),
    ...(format === 'xrechnung' ? checkXRechnung(snapshot) : []),
  ];
}
