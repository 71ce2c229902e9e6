import type { EAdjustment, EInvoice, ELine, ETax, ETaxed } from './model';
import { ublDelivery, ublParty } from './ubl-parties';
import { writeXml, type XmlTree } from './xml';

const oasis = 'urn:oasis:names:specification:ubl:schema:xsd';

export interface UblProfile {
  /** BT-24 */
  customization: string;
  /** BT-23 */
  process: string | null;
}

type Amount = (value: string | null) => XmlTree | null;

/** The document in UBL 2.1: Invoice or CreditNote, elements in the order of the schema. */
export function ublXml(invoice: EInvoice, profile: UblProfile): string {
  const root = invoice.isCreditNote ? 'CreditNote' : 'Invoice';
  const namespaces = {
    '': `${oasis}:${root}-2`,
    cac: `${oasis}:CommonAggregateComponents-2`,
    cbc: `${oasis}:CommonBasicComponents-2`,
  };
  const amount: Amount = (value) => (value === null ? null : { '@currencyID': invoice.currency, '#': value });
  return writeXml(root, namespaces, {
    ...head(invoice, profile),
    ...references(invoice),
    'cac:AccountingSupplierParty': { 'cac:Party': ublParty(invoice.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': ublParty(invoice.buyer) },
    'cac:Delivery': ublDelivery(invoice),
    'cac:PaymentMeans': paymentMeans(invoice),
    'cac:PaymentTerms': { 'cbc:Note': invoice.paymentTerms },
    'cac:AllowanceCharge': invoice.adjustments.map((each) => adjustment(each, amount)),
    'cac:TaxTotal': taxTotals(invoice, amount),
    'cac:LegalMonetaryTotal': monetaryTotal(invoice, amount),
    [`cac:${root}Line`]: invoice.lines.map((each) => line(each, invoice.isCreditNote, amount)),
  });
}

const head = (invoice: EInvoice, { customization, process }: UblProfile): XmlTree => ({
  'cbc:CustomizationID': customization,
  'cbc:ProfileID': process,
  'cbc:ID': invoice.number,
  'cbc:IssueDate': invoice.issueDate,
  // Credit notes have no due date of their own: it stands with the means of payment.
  'cbc:DueDate': invoice.isCreditNote ? null : invoice.dueDate,
  [invoice.isCreditNote ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode']: invoice.typeCode,
  'cbc:Note': invoice.note,
  'cbc:DocumentCurrencyCode': invoice.currency,
  'cbc:TaxCurrencyCode': invoice.taxCurrency?.currency,
  'cbc:BuyerReference': invoice.buyerReference,
});

const references = ({ period, orderReference, salesOrder, preceding }: EInvoice): XmlTree => ({
  'cac:InvoicePeriod': period && { 'cbc:StartDate': period.from, 'cbc:EndDate': period.to },
  'cac:OrderReference':
    orderReference || salesOrder
      ? // UBL cannot name the seller's order alone; Peppol BIS 3 has NA stand for the buyer's.
        { 'cbc:ID': orderReference || 'NA', 'cbc:SalesOrderID': salesOrder }
      : null,
  'cac:BillingReference': preceding.map(({ number, issueDate }) => ({
    'cac:InvoiceDocumentReference': { 'cbc:ID': number, 'cbc:IssueDate': issueDate },
  })),
});

function paymentMeans({ payment, isCreditNote, dueDate }: EInvoice): XmlTree[] {
  const due = isCreditNote ? dueDate : null;
  const means = (index: number) => ({
    'cbc:PaymentMeansCode': payment.code,
    'cbc:PaymentDueDate': index === 0 ? due : null,
    'cbc:PaymentID': payment.reference,
  });
  if (payment.accounts.length === 0) return [means(0)];
  return payment.accounts.map(({ id, holder, bank }, index) => ({
    ...means(index),
    'cac:PayeeFinancialAccount': {
      'cbc:ID': id,
      'cbc:Name': holder,
      'cac:FinancialInstitutionBranch': { 'cbc:ID': bank },
    },
  }));
}

const taxCategory = ({ taxCode, taxRate }: ETaxed, reasons: XmlTree = {}): XmlTree => ({
  'cbc:ID': taxCode,
  'cbc:Percent': taxRate,
  ...reasons,
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
});

const adjustment = (each: EAdjustment, amount: Amount): XmlTree => ({
  'cbc:ChargeIndicator': String(each.isCharge),
  'cbc:AllowanceChargeReasonCode': each.reasonCode,
  'cbc:AllowanceChargeReason': each.reason,
  'cbc:Amount': amount(each.amount),
  'cac:TaxCategory': taxCategory(each),
});

function taxTotals({ taxes, totals, taxCurrency }: EInvoice, amount: Amount): XmlTree[] {
  const total = {
    'cbc:TaxAmount': amount(totals.tax),
    'cac:TaxSubtotal': taxes.map((tax) => subtotal(tax, amount)),
  };
  if (!taxCurrency) return [total];
  return [total, { 'cbc:TaxAmount': { '@currencyID': taxCurrency.currency, '#': taxCurrency.tax } }];
}

const subtotal = (tax: ETax, amount: Amount): XmlTree => ({
  'cbc:TaxableAmount': amount(tax.base),
  'cbc:TaxAmount': amount(tax.tax),
  'cac:TaxCategory': taxCategory(tax, {
    'cbc:TaxExemptionReasonCode': tax.reasonCode,
    'cbc:TaxExemptionReason': tax.reason,
  }),
});

const monetaryTotal = ({ totals }: EInvoice, amount: Amount): XmlTree => ({
  'cbc:LineExtensionAmount': amount(totals.items),
  'cbc:TaxExclusiveAmount': amount(totals.net),
  'cbc:TaxInclusiveAmount': amount(totals.total),
  'cbc:AllowanceTotalAmount': amount(totals.discounts),
  'cbc:ChargeTotalAmount': amount(totals.charges),
  'cbc:PayableRoundingAmount': amount(totals.rounding),
  'cbc:PayableAmount': amount(totals.payable),
});

const line = (each: ELine, isCreditNote: boolean, amount: Amount): XmlTree => ({
  'cbc:ID': each.id,
  [isCreditNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: {
    '@unitCode': each.unit,
    '#': each.quantity,
  },
  'cbc:LineExtensionAmount': amount(each.net),
  'cac:AllowanceCharge': each.adjustment && {
    'cbc:ChargeIndicator': String(each.adjustment.isCharge),
    'cbc:AllowanceChargeReasonCode': each.adjustment.reasonCode,
    'cbc:AllowanceChargeReason': each.adjustment.reason,
    'cbc:MultiplierFactorNumeric': each.adjustment.percent?.percent,
    'cbc:Amount': amount(each.adjustment.amount),
    'cbc:BaseAmount': amount(each.adjustment.percent?.base ?? null),
  },
  'cac:Item': {
    'cbc:Name': each.title,
    'cac:SellersItemIdentification': { 'cbc:ID': each.sku },
    'cac:ClassifiedTaxCategory': taxCategory(each),
  },
  'cac:Price': { 'cbc:PriceAmount': amount(each.price) },
});
