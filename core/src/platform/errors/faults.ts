/**
 * Everything that can be wrong with one field, in English, as the API says it. Screens say the same in the
 * reader's language, under the same key of the `faults` texts; a test keeps them complete.
 */
const texts = {
  // What a value may look like.
  wrong: 'This is not right.',
  needed: 'This is needed.',
  'too-long': 'Must have at most {most} characters.',
  'too-short': 'Must have at least {least} characters.',
  'too-many': 'Must have at most {most} entries.',
  'too-few': 'Must have at least {least} entries.',
  'at-least': 'Must be at least {least}.',
  'at-most': 'Must be at most {most}.',
  'whole-number': 'Must be a whole number.',
  number: 'Must be a number with at most {scale} decimals.',
  'number-positive': 'Must be a number of zero or more with at most {scale} decimals.',
  'not-zero': 'Must not be zero.',
  percent: 'Must be a percentage from 0 to 100.',
  'minor-units': 'Must be a whole number of minor units.',
  'amount-too-large': 'This amount is too large.',
  choice: 'Must be one of: {values}.',
  'control-characters': 'Must not contain control characters.',
  email: 'Must be an e-mail address such as anna@example.com.',
  phone: 'Must be a phone number.',
  date: 'Must be a date such as 2026-11-21.',
  'date-too-early': 'Must not be before {first}.',
  time: 'Must be a time such as 2026-11-21T09:14:00Z.',
  'time-zone': 'Must be a time zone such as Europe/London.',
  country: 'Must be a country code such as GB.',
  language: 'Must be a language code such as en.',
  currency: 'Must be an ISO 4217 currency code.',
  unit: 'Must be a unit of the list, such as C62.',
  id: 'Must be the id of a record.',
  'unknown-field': 'There is no such field.',
  slug: 'May hold small letters, digits and single hyphens.',
  reserved: 'Is reserved.',
  scope: 'Is not a scope.',
  // Lists and what is done with them.
  cursor: 'Is not a cursor of this list.',
  sort: 'This list cannot be sorted that way.',
  column: 'There is no such column.',
  'ids-or-filters': 'Give either ids or filters.',
  // Orders.
  'unknown-customer': 'There is no such customer.',
  'unknown-product': 'There is no such product.',
  'unknown-line': 'The order has no such line.',
  'unknown-tax': 'There is no such tax category for this date.',
  'unused-tax': 'Is not a tax category in use.',
  'lines-needed': 'At least one line is needed.',
  'product-or-text': 'Is needed without a product.',
  'discount-twice': 'Cannot be combined with a percentage.',
  'percent-or-amount': 'A percentage or an amount is needed, not both.',
  'return-quantity': 'Quantities of a return are negative.',
  'more-than-left': 'Is more than is left to deliver.',
  'more-than-left-to-invoice': 'Is more than is left to invoice.',
  'more-than-left-to-credit': 'Is more than is left to credit.',
  'priced-in-other': 'The product is priced in {currency}; give a price.',
  'invalid-number': 'This is not a number, or it has too many digits.',
  'invalid-percent': 'A percentage must be from 0 to 100.',
  'invalid-tax': 'This rate does not go with this tax category.',
  'invalid-amount': 'An amount must be zero or more.',
  'discount-exceeds-line': 'The discount is larger than the line.',
  'tax-needed': 'A discount or charge on an order without lines needs a tax category and rate.',
  overflow: 'The amount is too large.',
  'external-number-taken': 'Another order has this external number.',
  // Recurring invoices and reminders.
  'template-or-order': 'Give lines or an order as the template, not both.',
  'unknown-order': 'There is no such order.',
  'days-taken': 'Another level has these days.',
  // Customers, products, taxes.
  'customer-number-taken': 'Another customer has this number.',
  'sku-taken': 'Another product has this SKU.',
  'too-many-languages': 'Must have at most {most} languages.',
  'tax-name-taken': 'Another tax category has this name.',
  'rate-above-zero': 'Must be above 0; use zero-rated or exempt instead.',
  'rate-zero': 'Must be 0.',
  'last-before-first': 'Is before the first day.',
  'rates-overlap': 'Overlaps another rate.',
  'rates-needed': 'At least one rate is needed.',
  'no-reason': 'Has no place here.',
  // People.
  'wrong-password': 'This is not your current password.',
  'link-expired': 'This link has expired or has been used. Ask for a new one.',
  'password-short': 'Use at least 12 characters.',
  'password-long': 'Use at most 200 characters.',
  'password-common': 'This password is too easy to guess. Three or four unrelated words make a good one.',
  'password-personal': 'Leave your name and your address out of the password.',
  // Payments and bank files.
  'bank-file-damaged': 'The file is damaged, cut off or incomplete ({detail}).',
  'bank-file-empty': 'The file holds no movements ({detail}).',
  'bank-file-other-message':
    'This is another kind of bank message; a statement (camt.053) is needed ({detail}).',
  'bank-file-too-large': 'The file is too large; let the bank give out a shorter period ({detail}).',
  'bank-file-unknown': 'This is neither a CAMT.053 nor an MT940 statement nor a table ({detail}).',
  'bank-mapping-needed': 'Say which columns hold the date and the amount.',
  'unknown-bank-account': 'There is no such bank account.',
  'unknown-document': 'There is no such issued document.',
  'unknown-payment': 'There is no such payment.',
  'customer-differs': 'Belongs to another customer.',
  'currency-differs': 'Is in another currency ({currency}).',
  'date-in-future': 'Must not be after today.',
  'exceeds-open': 'Is more than is open.',
  'rate-needed': 'An exchange rate to {currency} is needed.',
  'listed-twice': 'Stands here twice.',
  // The company and its bank accounts.
  'vat-id': 'Must be a VAT id with its country, such as GB980780684.',
  'tax-number': 'Is not a tax number of {country}.',
  website: 'Must be a web address such as www.example.com.',
  color: 'Must be a colour such as #1f6b4a.',
  'unknown-placeholder': 'There is no placeholder “{name}”.',
  iban: 'This IBAN cannot be right: its length or its check digits do not fit.',
  bic: 'Must be a BIC of eight or eleven characters, such as BUKBGB22.',
  'bank-number': 'May hold digits, Latin letters, spaces, hyphens and slashes.',
  'iban-or-number': 'An IBAN or an account number is needed.',
  'logo-kind': 'Must be a PNG, JPEG or WebP image.',
  'logo-bytes': 'Must have at most {most} kB.',
  // Number series.
  'pattern-count': 'Needs one count: zeros in braces, {most} at most.',
  'pattern-place': 'Only yyyy, yy, mm and one count of zeros may stand in braces; not {name}.',
  'pattern-twice': 'Must not have the same part twice.',
  'pattern-month': 'A month needs its year, or numbers come again every year.',
  'pattern-signs': 'May hold Latin letters, digits, points, hyphens, slashes and underscores.',
  'pattern-clash': 'Could give the same numbers as {pattern}.',
  // Files and imports.
  'file-empty': 'The file is empty.',
  'file-ending': 'Taken are: {endings}.',
  'file-content': 'The content of the file is not what its name says.',
  'image-pixels': 'The image has more than {most} million pixels.',
  'file-size': 'The file arrived with another size than announced.',
  'import-date-format': 'Choose how the dates are written.',
  'import-decimal': 'Choose the mark before decimals.',
  'not-in-file': 'Is not a column of the file.',
  'column-used': 'This column is used already.',
  'column-needed': 'Needs a column.',
  'one-of-columns-needed': 'Needs a column, or {fields} does.',
} as const;

export type FaultCode = keyof typeof texts;
export type FaultValues = Readonly<Record<string, string | number>>;

export const faultCodes = Object.keys(texts) as readonly FaultCode[];

/** One fault of an input: the path of the field, such as `items.2.quantity`, and what is wrong with it. */
export interface FieldFault {
  path: string;
  code: FaultCode;
  /** What the texts fill in. */
  values?: FaultValues;
  /** English, plain, safe to show. */
  message: string;
}

/** What is wrong, in English. */
export const faultText = (code: FaultCode, values: FaultValues = {}): string =>
  texts[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

export const fault = (path: string, code: FaultCode, values?: FaultValues): FieldFault => ({
  path,
  code,
  ...(values && { values }),
  message: faultText(code, values),
});

/** The message of a check in a schema; `parse` makes a fault with this code of it. */
export const says = (code: FaultCode, values: FaultValues = {}): string => JSON.stringify([code, values]);

/** What `says` wrote; undefined for the words of the schema library. */
export function saidIn(message: string): { code: FaultCode; values: FaultValues } | undefined {
  if (!message.startsWith('["')) return undefined;
  const [code, values] = JSON.parse(message) as [FaultCode, FaultValues];
  return { code, values };
}
