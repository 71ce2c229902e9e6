import { ciiDate } from './cii-date';
import type { EAdjustment, EInvoice, ETax } from './model';
import type { XmlTree } from './xml';

/** How it is paid, taxed and added up (BG-3, BG-14, BG-16, BG-20 to BG-23). */
export const ciiSettlement = (invoice: EInvoice): XmlTree => ({
  'ram:PaymentReference': invoice.payment.reference,
  'ram:TaxCurrencyCode': invoice.taxCurrency?.currency,
  'ram:InvoiceCurrencyCode': invoice.currency,
  'ram:SpecifiedTradeSettlementPaymentMeans': paymentMeans(invoice),
  'ram:ApplicableTradeTax': invoice.taxes.map(tradeTax),
  'ram:BillingSpecifiedPeriod': invoice.period && {
    'ram:StartDateTime': ciiDate(invoice.period.from),
    'ram:EndDateTime': ciiDate(invoice.period.to),
  },
  'ram:SpecifiedTradeAllowanceCharge': invoice.adjustments.map(adjustment),
  'ram:SpecifiedTradePaymentTerms': {
    'ram:Description': invoice.paymentTerms,
    'ram:DueDateDateTime': invoice.dueDate && ciiDate(invoice.dueDate),
  },
  'ram:SpecifiedTradeSettlementHeaderMonetarySummation': summation(invoice),
  // Several of them since D22B, which Factur-X 1.07 and ZUGFeRD 2.3 are made of.
  'ram:InvoiceReferencedDocument': invoice.preceding.map(({ number, issueDate }) => ({
    'ram:IssuerAssignedID': number,
    'ram:FormattedIssueDateTime': ciiDate(issueDate, 'qdt'),
  })),
});

function paymentMeans({ payment }: EInvoice): XmlTree[] {
  if (payment.accounts.length === 0) return [{ 'ram:TypeCode': payment.code }];
  return payment.accounts.map(({ id, isIban, holder, bank }) => ({
    'ram:TypeCode': payment.code,
    'ram:PayeePartyCreditorFinancialAccount': {
      'ram:IBANID': isIban ? id : null,
      'ram:AccountName': holder,
      'ram:ProprietaryID': isIban ? null : id,
    },
    'ram:PayeeSpecifiedCreditorFinancialInstitution': { 'ram:BICID': bank },
  }));
}

const tradeTax = (tax: ETax): XmlTree => ({
  'ram:CalculatedAmount': tax.tax,
  'ram:TypeCode': 'VAT',
  'ram:ExemptionReason': tax.reason,
  'ram:BasisAmount': tax.base,
  'ram:CategoryCode': tax.taxCode,
  'ram:ExemptionReasonCode': tax.reasonCode,
  'ram:RateApplicablePercent': tax.taxRate,
});

const adjustment = (each: EAdjustment): XmlTree => ({
  'ram:ChargeIndicator': { 'udt:Indicator': String(each.isCharge) },
  'ram:ActualAmount': each.amount,
  'ram:ReasonCode': each.reasonCode,
  'ram:Reason': each.reason,
  'ram:CategoryTradeTax': {
    'ram:TypeCode': 'VAT',
    'ram:CategoryCode': each.taxCode,
    'ram:RateApplicablePercent': each.taxRate,
  },
});

function summation({ totals, currency, taxCurrency }: EInvoice): XmlTree {
  const taxes = [{ '@currencyID': currency, '#': totals.tax }];
  if (taxCurrency) taxes.push({ '@currencyID': taxCurrency.currency, '#': taxCurrency.tax });
  return {
    'ram:LineTotalAmount': totals.items,
    'ram:ChargeTotalAmount': totals.charges,
    'ram:AllowanceTotalAmount': totals.discounts,
    'ram:TaxBasisTotalAmount': totals.net,
    'ram:TaxTotalAmount': taxes,
    'ram:RoundingAmount': totals.rounding,
    'ram:GrandTotalAmount': totals.total,
    'ram:DuePayableAmount': totals.payable,
  };
}
