import { XMLParser } from 'fast-xml-parser';

type Node = string | { [name: string]: Node | Node[] };

/** What an XML file says, read without any code that wrote it. Amounts are the texts of the file. */
export interface ReadBack {
  typeCode: string;
  currency: string;
  customization: string;
  dueDate: string;
  terms: string;
  deliveryDate: string;
  periodFrom: string;
  periodTo: string;
  deliverToCountry: string;
  preceding: string[];
  accounts: string[];
  paymentReference: string;
  taxInTaxCurrency: string;
  seller: ReadParty;
  buyer: ReadParty;
  lines: (ReadTaxed & {
    net: string;
    quantity: string;
    price: string;
    discount: string;
    charge: string;
    name: string;
  })[];
  adjustments: (ReadTaxed & { isCharge: boolean; amount: string; reason: string })[];
  taxes: (ReadTaxed & { base: string; tax: string; reason: string; reasonCode: string })[];
  totals: Record<
    'items' | 'discounts' | 'charges' | 'net' | 'tax' | 'total' | 'rounding' | 'payable',
    string
  >;
}

export interface ReadParty {
  name: string;
  country: string;
  vatId: string;
  taxNumber: string;
  identifier: string;
  registration: string;
  endpoint: string;
}

export interface ReadTaxed {
  taxCode: string;
  taxRate: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  removeNSPrefix: true,
});

/** All nodes at a path such as `Party.PostalAddress`. */
function all(node: Node | undefined, path: string): Node[] {
  let found: Node[] = node === undefined ? [] : [node];
  for (const name of path.split('.')) {
    found = found.flatMap((each): Node[] => {
      const child = typeof each === 'string' ? undefined : each[name];
      if (child === undefined) return [];
      return Array.isArray(child) ? child : [child];
    });
  }
  return found;
}

function text(node: Node | undefined, path: string): string {
  const [first] = all(node, path);
  if (first === undefined) return '';
  return typeof first === 'string' ? first : text(first, '#text');
}

const attribute = (node: Node, name: string): string => text(node, `@${name}`);

const ublTaxed = (node: Node, path: string): ReadTaxed => ({
  taxCode: text(node, `${path}.ID`),
  taxRate: text(node, `${path}.Percent`),
});

function ublParty(party: Node | undefined): ReadParty {
  const schemes = all(party, 'PartyTaxScheme');
  const numberOf = (vat: boolean) =>
    text(
      schemes.find((scheme) => (text(scheme, 'TaxScheme.ID') === 'VAT') === vat),
      'CompanyID',
    );
  return {
    name: text(party, 'PartyLegalEntity.RegistrationName'),
    country: text(party, 'PostalAddress.Country.IdentificationCode'),
    vatId: numberOf(true),
    taxNumber: numberOf(false),
    identifier: text(party, 'PartyIdentification.ID'),
    registration: text(party, 'PartyLegalEntity.CompanyID'),
    endpoint: text(party, 'EndpointID'),
  };
}

function readUbl(root: Node): ReadBack {
  const [total, taxTotal] = all(root, 'TaxTotal');
  const amounts = 'LegalMonetaryTotal';
  const means = all(root, 'PaymentMeans');
  const lineCharge = (line: Node, isCharge: string) =>
    text(
      all(line, 'AllowanceCharge').find((each) => text(each, 'ChargeIndicator') === isCharge),
      'Amount',
    ) || '0';
  return {
    typeCode: text(root, 'InvoiceTypeCode') || text(root, 'CreditNoteTypeCode'),
    currency: text(root, 'DocumentCurrencyCode'),
    customization: text(root, 'CustomizationID'),
    dueDate: text(root, 'DueDate') || text(means[0], 'PaymentDueDate'),
    terms: text(root, 'PaymentTerms.Note'),
    deliveryDate: text(root, 'Delivery.ActualDeliveryDate'),
    periodFrom: text(root, 'InvoicePeriod.StartDate'),
    periodTo: text(root, 'InvoicePeriod.EndDate'),
    deliverToCountry: text(root, 'Delivery.DeliveryLocation.Address.Country.IdentificationCode'),
    preceding: all(root, 'BillingReference').map((each) => text(each, 'InvoiceDocumentReference.ID')),
    accounts: means.map((each) => text(each, 'PayeeFinancialAccount.ID')).filter(Boolean),
    paymentReference: text(means[0], 'PaymentID'),
    taxInTaxCurrency: text(taxTotal, 'TaxAmount'),
    seller: ublParty(all(root, 'AccountingSupplierParty.Party')[0]),
    buyer: ublParty(all(root, 'AccountingCustomerParty.Party')[0]),
    lines: [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].map((line) => ({
      ...ublTaxed(line, 'Item.ClassifiedTaxCategory'),
      name: text(line, 'Item.Name'),
      net: text(line, 'LineExtensionAmount'),
      quantity: text(line, 'InvoicedQuantity') || text(line, 'CreditedQuantity'),
      price: text(line, 'Price.PriceAmount'),
      discount: lineCharge(line, 'false'),
      charge: lineCharge(line, 'true'),
    })),
    adjustments: all(root, 'AllowanceCharge').map((each) => ({
      ...ublTaxed(each, 'TaxCategory'),
      isCharge: text(each, 'ChargeIndicator') === 'true',
      amount: text(each, 'Amount'),
      reason: text(each, 'AllowanceChargeReason'),
    })),
    taxes: all(total, 'TaxSubtotal').map((each) => ({
      ...ublTaxed(each, 'TaxCategory'),
      base: text(each, 'TaxableAmount'),
      tax: text(each, 'TaxAmount'),
      reason: text(each, 'TaxCategory.TaxExemptionReason'),
      reasonCode: text(each, 'TaxCategory.TaxExemptionReasonCode'),
    })),
    totals: {
      items: text(root, `${amounts}.LineExtensionAmount`),
      discounts: text(root, `${amounts}.AllowanceTotalAmount`),
      charges: text(root, `${amounts}.ChargeTotalAmount`),
      net: text(root, `${amounts}.TaxExclusiveAmount`),
      tax: text(total, 'TaxAmount'),
      total: text(root, `${amounts}.TaxInclusiveAmount`),
      rounding: text(root, `${amounts}.PayableRoundingAmount`),
      payable: text(root, `${amounts}.PayableAmount`),
    },
  };
}

const ciiTaxed = (node: Node, path: string): ReadTaxed => ({
  taxCode: text(node, `${path}CategoryCode`),
  taxRate: text(node, `${path}RateApplicablePercent`),
});

function ciiParty(party: Node | undefined): ReadParty {
  const numbers = all(party, 'SpecifiedTaxRegistration.ID');
  const numberOf = (scheme: string) =>
    numbers.filter((each) => attribute(each, 'schemeID') === scheme).map((each) => text(each, '#text'))[0] ??
    '';
  return {
    name: text(party, 'Name'),
    country: text(party, 'PostalTradeAddress.CountryID'),
    vatId: numberOf('VA'),
    taxNumber: numberOf('FC'),
    identifier: text(party, 'ID'),
    registration: text(party, 'SpecifiedLegalOrganization.ID'),
    endpoint: text(party, 'URIUniversalCommunication.URIID'),
  };
}

const ciiDate = (node: Node | undefined, path: string): string =>
  text(node, `${path}.DateTimeString`).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

function readCii(root: Node): ReadBack {
  const [trade] = all(root, 'SupplyChainTradeTransaction');
  const [agreement] = all(trade, 'ApplicableHeaderTradeAgreement');
  const [delivery] = all(trade, 'ApplicableHeaderTradeDelivery');
  const [settlement] = all(trade, 'ApplicableHeaderTradeSettlement');
  const [sums] = all(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const [tax, taxInTaxCurrency] = all(sums, 'TaxTotalAmount');
  const means = all(settlement, 'SpecifiedTradeSettlementPaymentMeans');
  const lineCharge = (line: Node, isCharge: string) =>
    text(
      all(line, 'SpecifiedLineTradeSettlement.SpecifiedTradeAllowanceCharge').find(
        (each) => text(each, 'ChargeIndicator.Indicator') === isCharge,
      ),
      'ActualAmount',
    ) || '0';
  return {
    typeCode: text(root, 'ExchangedDocument.TypeCode'),
    currency: text(settlement, 'InvoiceCurrencyCode'),
    customization: text(root, 'ExchangedDocumentContext.GuidelineSpecifiedDocumentContextParameter.ID'),
    dueDate: ciiDate(settlement, 'SpecifiedTradePaymentTerms.DueDateDateTime'),
    terms: text(settlement, 'SpecifiedTradePaymentTerms.Description'),
    deliveryDate: ciiDate(delivery, 'ActualDeliverySupplyChainEvent.OccurrenceDateTime'),
    periodFrom: ciiDate(settlement, 'BillingSpecifiedPeriod.StartDateTime'),
    periodTo: ciiDate(settlement, 'BillingSpecifiedPeriod.EndDateTime'),
    deliverToCountry: text(delivery, 'ShipToTradeParty.PostalTradeAddress.CountryID'),
    preceding: all(settlement, 'InvoiceReferencedDocument').map((each) => text(each, 'IssuerAssignedID')),
    accounts: means
      .flatMap((each) => all(each, 'PayeePartyCreditorFinancialAccount'))
      .map((each) => text(each, 'IBANID') || text(each, 'ProprietaryID')),
    paymentReference: text(settlement, 'PaymentReference'),
    taxInTaxCurrency: taxInTaxCurrency === undefined ? '' : text(taxInTaxCurrency, '#text'),
    seller: ciiParty(all(agreement, 'SellerTradeParty')[0]),
    buyer: ciiParty(all(agreement, 'BuyerTradeParty')[0]),
    lines: all(trade, 'IncludedSupplyChainTradeLineItem').map((line) => ({
      ...ciiTaxed(line, 'SpecifiedLineTradeSettlement.ApplicableTradeTax.'),
      name: text(line, 'SpecifiedTradeProduct.Name'),
      net: text(
        line,
        'SpecifiedLineTradeSettlement.SpecifiedTradeSettlementLineMonetarySummation.LineTotalAmount',
      ),
      quantity: text(line, 'SpecifiedLineTradeDelivery.BilledQuantity'),
      price: text(line, 'SpecifiedLineTradeAgreement.NetPriceProductTradePrice.ChargeAmount'),
      discount: lineCharge(line, 'false'),
      charge: lineCharge(line, 'true'),
    })),
    adjustments: all(settlement, 'SpecifiedTradeAllowanceCharge').map((each) => ({
      ...ciiTaxed(each, 'CategoryTradeTax.'),
      isCharge: text(each, 'ChargeIndicator.Indicator') === 'true',
      amount: text(each, 'ActualAmount'),
      reason: text(each, 'Reason'),
    })),
    taxes: all(settlement, 'ApplicableTradeTax').map((each) => ({
      ...ciiTaxed(each, ''),
      base: text(each, 'BasisAmount'),
      tax: text(each, 'CalculatedAmount'),
      reason: text(each, 'ExemptionReason'),
      reasonCode: text(each, 'ExemptionReasonCode'),
    })),
    totals: {
      items: text(sums, 'LineTotalAmount'),
      discounts: text(sums, 'AllowanceTotalAmount'),
      charges: text(sums, 'ChargeTotalAmount'),
      net: text(sums, 'TaxBasisTotalAmount'),
      tax: tax === undefined ? '' : text(tax, '#text'),
      total: text(sums, 'GrandTotalAmount'),
      rounding: text(sums, 'RoundingAmount'),
      payable: text(sums, 'DuePayableAmount'),
    },
  };
}

/** Reads an e-invoice in either syntax. */
export function readBack(xml: string): ReadBack {
  const document = parser.parse(xml, true) as { [name: string]: Node };
  const { Invoice, CreditNote, CrossIndustryInvoice } = document;
  if (CrossIndustryInvoice) return readCii(CrossIndustryInvoice);
  const root = Invoice ?? CreditNote;
  if (!root) throw new Error('this is no e-invoice');
  return readUbl(root);
}
