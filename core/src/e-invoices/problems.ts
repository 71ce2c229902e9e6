import type { EInvoiceProblem, EInvoiceProblemCode } from './schemas';

const texts: Readonly<Record<EInvoiceProblemCode, string>> = {
  'seller-name': 'Your company has no legal name.',
  'seller-country': 'Your company’s address has no country.',
  'seller-tax-id': 'Your company has neither a VAT number nor a tax number; taxed documents need one.',
  'seller-vat-id': 'Your company has no VAT number; supplies within the EU and exports need it.',
  'seller-identity': 'Your company has no VAT number, tax number or registration number; one is needed.',
  'seller-vat-prefix': 'Your company’s VAT number must begin with a country code, such as DE or EL.',
  'buyer-name': 'The customer has no name.',
  'buyer-country': 'The customer’s address has no country.',
  'buyer-tax-id': 'Reverse charge needs the customer’s VAT number or registration number.',
  'buyer-vat-id': 'A supply within the EU needs the customer’s VAT number.',
  'buyer-vat-prefix': 'The customer’s VAT number must begin with a country code, such as DE or EL.',
  'delivery-date': 'A supply within the EU needs a date or period of delivery.',
  'delivery-period': 'The last day of delivery is before the first.',
  'deliver-to-country': 'The delivery address has no country.',
  'due-date': 'Something is to be paid: a due date or payment terms are needed.',
  currency: 'E-invoices do not know this currency.',
  'currency-decimals': 'E-invoices take amounts with two decimals at most; this currency has more.',
  'tax-currency': 'E-invoices do not know the currency of the tax.',
  'tax-currency-decimals':
    'E-invoices take amounts with two decimals at most; the currency of the tax has more.',
  account: 'The bank account has neither an IBAN nor an account number.',
  iban: 'This is no valid IBAN.',
  lines: 'The document has no lines.',
  'line-title': 'The line has no text.',
  'line-unit': 'E-invoices do not know this unit.',
  'line-quantity': 'The quantity must not be zero where something is to be paid.',
  'standard-rate': 'The standard rate must be above 0 %; use zero-rated or exempt instead.',
  'exemption-reason': 'The tax category needs a reason why no tax is charged.',
  'outside-scope-mixed': 'Lines outside the scope of tax cannot share a document with other tax categories.',
  sums: 'The amounts do not add up.',
  'tax-amount': 'The tax differs from base × rate by a whole unit of the currency or more.',
  'buyer-reference': 'XRechnung needs the buyer reference (Leitweg-ID).',
  'seller-contact-name': 'XRechnung needs the name of a contact in your company.',
  'seller-phone': 'XRechnung needs your company’s phone number.',
  'seller-email': 'XRechnung needs your company’s e-mail address.',
  'seller-town': 'XRechnung needs the town and postal code of your company.',
  'buyer-town': 'XRechnung needs the customer’s town and postal code.',
  'deliver-to-town': 'XRechnung needs the town and postal code of the delivery address.',
  'buyer-email': 'XRechnung needs the customer’s e-mail address or VAT number to reach it electronically.',
};

const lineOf = (path: string): number | null => {
  const [, index] = /^items\.(\d+)/.exec(path) ?? [];
  return index === undefined ? null : Number(index) + 1;
};

export function problem(code: EInvoiceProblemCode, path: string): EInvoiceProblem {
  const line = lineOf(path);
  return { code, path, message: line === null ? texts[code] : `Line ${line}: ${texts[code]}` };
}
