import { ciiDate } from './cii-date';
import { ciiAddress, ciiParty } from './cii-parties';
import { ciiSettlement } from './cii-settlement';
import type { EInvoice, ELine } from './model';
import { keep, writeXml, type XmlTree } from './xml';

const namespaces = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/**
 * The document as UN/CEFACT Cross Industry Invoice D16B in the profile of EN 16931, which Factur-X and ZUGFeRD embed;
 * elements in the order of the schema.
 */
export function ciiXml(invoice: EInvoice): string {
  return writeXml('rsm:CrossIndustryInvoice', namespaces, {
    'rsm:ExchangedDocumentContext': {
      'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': 'urn:cen.eu:en16931:2017' },
    },
    'rsm:ExchangedDocument': {
      'ram:ID': invoice.number,
      'ram:TypeCode': invoice.typeCode,
      'ram:IssueDateTime': ciiDate(invoice.issueDate),
      'ram:IncludedNote': { 'ram:Content': invoice.note },
    },
    'rsm:SupplyChainTradeTransaction': {
      'ram:IncludedSupplyChainTradeLineItem': invoice.lines.map(line),
      'ram:ApplicableHeaderTradeAgreement': {
        'ram:BuyerReference': invoice.buyerReference,
        'ram:SellerTradeParty': ciiParty(invoice.seller),
        'ram:BuyerTradeParty': ciiParty(invoice.buyer),
        'ram:SellerOrderReferencedDocument': { 'ram:IssuerAssignedID': invoice.salesOrder },
        'ram:BuyerOrderReferencedDocument': { 'ram:IssuerAssignedID': invoice.orderReference },
      },
      // The schema wants the element, also where there is nothing to say.
      'ram:ApplicableHeaderTradeDelivery': keep(delivery(invoice)),
      'ram:ApplicableHeaderTradeSettlement': ciiSettlement(invoice),
    },
  });
}

const delivery = ({ deliveryDate, deliverTo }: EInvoice): XmlTree => ({
  'ram:ShipToTradeParty': { 'ram:PostalTradeAddress': deliverTo && ciiAddress(deliverTo) },
  'ram:ActualDeliverySupplyChainEvent': {
    'ram:OccurrenceDateTime': deliveryDate && ciiDate(deliveryDate),
  },
});

const line = (each: ELine): XmlTree => ({
  'ram:AssociatedDocumentLineDocument': { 'ram:LineID': each.id },
  'ram:SpecifiedTradeProduct': { 'ram:SellerAssignedID': each.sku, 'ram:Name': each.title },
  'ram:SpecifiedLineTradeAgreement': {
    'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': each.price },
  },
  'ram:SpecifiedLineTradeDelivery': {
    'ram:BilledQuantity': { '@unitCode': each.unit, '#': each.quantity },
  },
  'ram:SpecifiedLineTradeSettlement': {
    'ram:ApplicableTradeTax': {
      'ram:TypeCode': 'VAT',
      'ram:CategoryCode': each.taxCode,
      'ram:RateApplicablePercent': each.taxRate,
    },
    'ram:SpecifiedTradeAllowanceCharge': each.adjustment && {
      'ram:ChargeIndicator': { 'udt:Indicator': String(each.adjustment.isCharge) },
      'ram:CalculationPercent': each.adjustment.percent?.percent,
      'ram:BasisAmount': each.adjustment.percent?.base,
      'ram:ActualAmount': each.adjustment.amount,
      'ram:ReasonCode': each.adjustment.reasonCode,
      'ram:Reason': each.adjustment.reason,
    },
    'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': each.net },
  },
});
