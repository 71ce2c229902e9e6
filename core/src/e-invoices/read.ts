import { withNumber, type TradeSnapshot } from '../documents/schemas';
import { formatMinor } from '../platform/money';
import type { EAdjustment, EInvoice, EPayment, ETax, ETotals } from './model';
import { readLines, taxOf } from './read-lines';
import { readAddress, readBuyer, readSeller } from './read-parties';
import { exemptionCodes, reasonCodes, reasonTexts } from './reasons';
import { taxCodesOf } from './tax-codes';
import { paymentTerms } from './terms';
import { joined, xmlText } from './text';

/** UNTDID 1001: invoice, prepayment invoice, credit note. */
const typeCodes = { invoice: '380', deposit: '386', credit_note: '381', offer: '310' } as const;

/** Reads a document in the terms of EN 16931. Nothing is added up anew: each amount is the document's own. */
export function readEInvoice(number: string, frozen: TradeSnapshot): EInvoice {
  const snapshot = withNumber(frozen, number);
  const adjustments = adjustmentsOf(snapshot);
  return {
    number: xmlText(number),
    issueDate: snapshot.issueDate,
    isCreditNote: snapshot.kind === 'credit_note',
    typeCode: typeCodes[snapshot.kind],
    currency: snapshot.currency,
    taxCurrency: taxCurrencyOf(snapshot),
    dueDate: snapshot.dueDate,
    buyerReference: xmlText(snapshot.buyerReference),
    orderReference: xmlText(snapshot.orderReference),
    salesOrder: snapshot.orderNumbers.length === 1 ? xmlText(snapshot.orderNumbers[0]) : '',
    paymentTerms: paymentTerms(snapshot.payment.terms),
    note: joined(snapshot.intro, snapshot.outro),
    preceding: snapshot.preceding.map((each) => ({ ...each, number: xmlText(each.number) })),
    seller: readSeller(snapshot),
    buyer: readBuyer(snapshot),
    ...deliveryOf(snapshot),
    payment: paymentOf(snapshot),
    adjustments,
    taxes: taxesOf(snapshot),
    totals: totalsOf(snapshot, adjustments),
    lines: readLines(snapshot),
  };
}

/** The tax currency is told where it is another one (PEPPOL-EN16931-R005). */
function taxCurrencyOf({ taxCurrency, currency }: TradeSnapshot): EInvoice['taxCurrency'] {
  if (!taxCurrency || taxCurrency.currency === currency) return null;
  const { currency: code, taxMinor } = taxCurrency;
  return { currency: code, tax: formatMinor(BigInt(taxMinor), code) };
}

function deliveryOf(snapshot: TradeSnapshot): Pick<EInvoice, 'deliveryDate' | 'period' | 'deliverTo'> {
  const { deliveryFrom: from, deliveryTo: to, deliverTo, buyer } = snapshot;
  const isPeriod = from !== null && to !== null && from !== to;
  // BR-IC-12 asks where goods go to within the EU, also when that is the buyer's own address.
  const address = deliverTo ?? (taxCodesOf(snapshot).has('K') ? buyer.address : null);
  return {
    deliveryDate: isPeriod ? null : (from ?? to),
    period: isPeriod ? { from, to } : null,
    deliverTo: address && readAddress(address),
  };
}

/** All accounts share one code (UBL-SR-47); without one there is a code as well (BR-DE-1, NL-R-007). */
function paymentOf({ payment, currency }: TradeSnapshot): EPayment {
  const accounts = payment.accounts
    .map(({ iban, accountNumber, holder, bic, bankCode }) => ({
      id: xmlText(iban).replaceAll(' ', '') || xmlText(accountNumber),
      isIban: xmlText(iban) !== '',
      holder: xmlText(holder),
      bank: xmlText(bic) || xmlText(bankCode),
    }))
    .filter(({ id }) => id !== '');
  const reference = xmlText(payment.reference);
  if (accounts.length === 0) return { code: '1', reference, accounts };
  const isSepa = currency === 'EUR' && accounts.every(({ isIban }) => isIban);
  return { code: isSepa ? '58' : '30', reference, accounts };
}

function adjustmentsOf({ adjustments, currency, language }: TradeSnapshot): EAdjustment[] {
  return adjustments.flatMap(({ kind, reason, shares }) =>
    shares
      .filter(({ netMinor }) => netMinor !== '0')
      .map((share) => ({
        isCharge: kind === 'charge',
        amount: formatMinor(BigInt(share.netMinor), currency),
        reason: xmlText(reason) || reasonTexts(language)[kind],
        reasonCode: reasonCodes[kind],
        ...taxOf(share),
      })),
  );
}

function taxesOf({ taxGroups, currency }: TradeSnapshot): ETax[] {
  return taxGroups.map((group) => ({
    base: formatMinor(BigInt(group.baseMinor), currency),
    tax: formatMinor(BigInt(group.taxMinor), currency),
    // BR-S-10, BR-Z-10: taxed rows have no reason.
    reason: group.taxCode === 'S' || group.taxCode === 'Z' ? '' : xmlText(group.exemptionReason),
    reasonCode: exemptionCodes[group.taxCode] ?? null,
    taxCode: group.taxCode,
    // Germany wants a rate in each row of the table (BR-DE-14), 0 outside the scope of tax too.
    taxRate: taxOf(group).taxRate ?? '0',
  }));
}

function totalsOf({ totals, currency }: TradeSnapshot, adjustments: readonly EAdjustment[]): ETotals {
  const has = (isCharge: boolean) => adjustments.some((each) => each.isCharge === isCharge);
  const amount = (minor: string) => formatMinor(BigInt(minor), currency);
  return {
    items: amount(totals.itemsNetMinor),
    discounts: has(false) ? amount(totals.discountsNetMinor) : null,
    charges: has(true) ? amount(totals.chargesNetMinor) : null,
    net: amount(totals.netMinor),
    tax: amount(totals.taxMinor),
    total: amount(totals.totalMinor),
    rounding: totals.roundingMinor === '0' ? null : amount(totals.roundingMinor),
    payable: amount(totals.payableMinor),
  };
}
