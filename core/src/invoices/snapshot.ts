import { accountsFor, brandOf, filledTexts, sellerOf, textsFor, type BankAccountDto } from '../company';
import { buyerOf, type CustomerFacts } from '../customers';
import { titleOf, tradeParts, writing, type SnapshotParty, type TradeSnapshot } from '../documents';
import { divideHalfUp, minorUnits, parseDecimal, powerOfTen } from '../platform/money';
import { addDays, type Language } from '../platform/time';
import type { Basis } from './basis';
import type { StoredInvoice } from './get';
import { pricedOf } from './update';

/** A deposit that an invoice deducts, or the invoice that a credit note credits, as it was issued. */
export interface Precedent {
  id: string;
  number: string;
  issueDate: string;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

/** Everything that a document is frozen from, read beforehand. */
export interface Freezing {
  stored: StoredInvoice;
  basis: Basis;
  customer: CustomerFacts | null;
  accounts: readonly BankAccountDto[];
  /** Why there is no tax, by the id of the category. */
  reasons: ReadonlyMap<string, string | null>;
  orderNumbers: ReadonlyMap<string, string>;
  precedents: readonly Precedent[];
  /** A credit note: whether its taxes are still its part of those that it credits. */
  creditsItsPart: boolean;
  issueDate: string;
}

const walkIn: Record<Language, string> = {
  en: 'Walk-in customer',
  ru: 'Розничный покупатель',
  uz: 'Chakana xaridor',
};

const noAddress = { line1: null, line2: null, city: null, region: null, postalCode: null };

/** Whoever buys without a name is taken to live where the company does. */
const anonymous = ({ profile, tenant }: Basis, language: Language): SnapshotParty => ({
  name: walkIn[language],
  address: { ...noAddress, country: profile.address?.country ?? tenant.country },
  vatId: null,
  taxNumber: null,
  registrationNumber: null,
  customerNumber: null,
  contactName: null,
  email: null,
  phone: null,
  website: null,
});

/** The last day to pay. */
export const dueDateOf = ({ row }: StoredInvoice, issueDate: string): string =>
  row.due_date ?? addDays(issueDate, row.payment_terms_days);

/** The currency in which tax is stated beside the document's, or null where it is the same. */
export const taxCurrencyOf = ({ tenant, profile }: Basis, currency: string): string | null => {
  const own = profile.taxCurrency ?? tenant.currency;
  return own === currency ? null : own;
};

/** An amount in another currency, at so many units of it for one of the own; rounded half up. */
export function convert(minor: bigint, from: string, to: string, rate: string): bigint {
  const { int, scale } = parseDecimal(rate);
  return divideHalfUp(
    minor * int * powerOfTen(minorUnits(to)),
    powerOfTen(scale) * powerOfTen(minorUnits(from)),
  );
}

function taxCurrencyPart(
  { stored: { row }, basis }: Freezing,
  taxMinor: bigint,
  issueDate: string,
): TradeSnapshot['taxCurrency'] {
  const currency = taxCurrencyOf(basis, row.currency);
  if (!currency || !row.exchange_rate) return null;
  return {
    currency,
    rate: row.exchange_rate,
    rateDate: row.exchange_rate_date ?? issueDate,
    rateSource: row.exchange_rate_source ?? '',
    taxMinor: convert(taxMinor, row.currency, currency, row.exchange_rate).toString(),
  };
}

function wordsOf(
  { stored: { row }, basis, issueDate }: Freezing,
  buyer: SnapshotParty,
  payable: bigint,
  dueDate: string,
) {
  const language = row.language as Language;
  const texts = textsFor(basis.profile, language, row.kind);
  const { date, money } = writing(language, basis.profile.paper);
  return filledTexts(
    { ...texts, intro: row.intro || texts.intro, outro: row.outro || texts.outro },
    {
      date: date(issueDate),
      dueDate: date(dueDate),
      days: String(row.payment_terms_days),
      total: money(payable, row.currency),
      company: basis.profile.legalName,
      customer: buyer.name,
    },
  );
}

const unique = <Value>(values: Value[]) => [...new Set(values)];

/** What the document says, but for its number. Pure. */
export function snapshotOf(freezing: Freezing): TradeSnapshot {
  const { stored, basis, customer, accounts, reasons, orderNumbers, precedents, issueDate } = freezing;
  const { row, items } = stored;
  const language = row.language as Language;
  const priced = pricedOf(stored);
  const buyer = customer ? buyerOf(customer) : anonymous(basis, language);
  const credit = row.kind === 'credit_note';
  const dueDate = dueDateOf(stored, issueDate);
  const { terms, ...words } = wordsOf(freezing, buyer, priced.totals.payableMinor, dueDate);
  return {
    schema: 1,
    kind: row.kind,
    language,
    issueDate,
    dueDate: credit ? null : dueDate,
    validUntil: null,
    deliveryFrom: row.delivery_from,
    deliveryTo: row.delivery_to,
    seller: sellerOf(basis.profile),
    buyer,
    // Goods that cross a border inside the EU name where they went (BR-IC-12).
    deliverTo: items.some(({ taxCode }) => taxCode === 'K') ? buyer.address : null,
    buyerReference: row.buyer_reference,
    orderReference: row.order_reference,
    orderNumbers: unique(items.flatMap(({ orderId }) => (orderId ? [orderNumbers.get(orderId) ?? ''] : []))),
    preceding: precedents.map(({ number, issueDate }) => ({ number, issueDate })),
    currency: row.currency,
    pricesIncludeTax: row.prices_include_tax,
    taxRounding: row.tax_rounding,
    ...tradeParts({
      pricesIncludeTax: row.prices_include_tax,
      taxRounding: row.tax_rounding,
      lines: priced.items.map((item) => ({
        ...item,
        // The line itself is called by the deposit's number.
        title: item.kind === 'deduction' ? `${titleOf('deposit', language)} ${item.title}` : item.title,
        orderNumber: item.orderId ? (orderNumbers.get(item.orderId) ?? null) : null,
      })),
      adjustments: priced.adjustments,
      totals: priced.totals,
      exemptionReasons: new Map(
        [...priced.items, ...priced.adjustments].flatMap(({ taxCode, taxRate, taxCategoryId }) =>
          taxCode && taxCategoryId
            ? [[`${taxCode} ${Number(taxRate)}`, reasons.get(taxCategoryId) ?? null] as const]
            : [],
        ),
      ),
    }),
    deductions: credit
      ? []
      : precedents.map(({ number, issueDate, netMinor, taxMinor, totalMinor }) => ({
          number,
          issueDate,
          netMinor: netMinor.toString(),
          taxMinor: taxMinor.toString(),
          totalMinor: totalMinor.toString(),
        })),
    taxCurrency: taxCurrencyPart(freezing, priced.totals.taxMinor, issueDate),
    payment: {
      terms,
      reference: '{number}',
      accounts: credit ? [] : accountsFor(accounts, row.currency),
    },
    ...words,
    brand: brandOf(basis.profile),
  };
}
