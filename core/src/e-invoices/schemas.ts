/** `ubl`: Peppol BIS Billing 3; `cii`: as inside Factur-X and ZUGFeRD; `xrechnung`: for public buyers in Germany. */
export const eInvoiceFormats = ['ubl', 'cii', 'xrechnung'] as const;
export type EInvoiceFormat = (typeof eInvoiceFormats)[number];

/** Everything that keeps a document from being a valid e-invoice. Closed: each has a text in each language. */
export const eInvoiceProblemCodes = [
  // Who sells and who buys.
  'seller-name',
  'seller-country',
  'seller-tax-id',
  'seller-vat-id',
  'seller-identity',
  'seller-vat-prefix',
  'buyer-name',
  'buyer-country',
  'buyer-tax-id',
  'buyer-vat-id',
  'buyer-vat-prefix',
  // Dates and places.
  'delivery-date',
  'delivery-period',
  'deliver-to-country',
  'due-date',
  // Money.
  'currency',
  'currency-decimals',
  'tax-currency',
  'tax-currency-decimals',
  'account',
  'iban',
  // Lines and taxes.
  'lines',
  'line-title',
  'line-unit',
  'line-quantity',
  'standard-rate',
  'exemption-reason',
  'outside-scope-mixed',
  'sums',
  'tax-amount',
  // What XRechnung asks for beyond EN 16931.
  'buyer-reference',
  'seller-contact-name',
  'seller-phone',
  'seller-email',
  'seller-town',
  'buyer-town',
  'deliver-to-town',
  'buyer-email',
] as const;
export type EInvoiceProblemCode = (typeof eInvoiceProblemCodes)[number];

export interface EInvoiceProblem {
  code: EInvoiceProblemCode;
  /** The field of the snapshot that it is about, such as `buyer.address.country` or `items.2.title`. */
  path: string;
  /** English, plain, safe to show; names the line where it is about one. */
  message: string;
}

export interface EInvoiceFile {
  fileName: string;
  contentType: string;
  body: string;
}
