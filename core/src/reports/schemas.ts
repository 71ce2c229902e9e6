import { z } from 'zod';
import type { PaymentMethod } from '../payments/states';
import { says } from '../platform/errors';
import { listFields } from '../platform/fields';
import { CurrencyCode, type MoneyJson } from '../platform/money';
import { PlainDate } from '../platform/time';

/** Most rows of a report on a screen; its file has all. */
export const MOST_ROWS = 1_000;

const Limit = z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS);

const period = { from: PlainDate.optional(), to: PlainDate.optional() };

const inOrder = <Schema extends z.ZodType<{ from?: string | undefined; to?: string | undefined }>>(
  schema: Schema,
) =>
  schema.refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    error: says('last-before-first'),
  });

export const revenueBy = ['month', 'customer', 'product', 'tax'] as const;
export type RevenueBy = (typeof revenueBy)[number];

/** Days of issue, both inside; the company's year so far where they are not given. */
export const RevenueInput = inOrder(
  z.strictObject({
    ...period,
    by: z.enum(revenueBy).default('month'),
    currency: CurrencyCode.optional(),
    limit: Limit,
  }),
);
export type RevenueInput = z.input<typeof RevenueInput>;

/** Days of issue, both inside; the company's month so far where they are not given. */
export const TaxReportInput = inOrder(z.strictObject(period));
export type TaxReportInput = z.input<typeof TaxReportInput>;

/** Days of payment, both inside; the company's month so far where they are not given. */
export const PaymentJournalInput = inOrder(
  z.strictObject({
    ...period,
    ...listFields,
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(200),
  }),
);
export type PaymentJournalInput = z.input<typeof PaymentJournalInput>;

/** What was open at the end of a day; the company's today where it is not given. */
export const OpenItemsInput = z.strictObject({
  day: PlainDate.optional(),
  currency: CurrencyCode.optional(),
  limit: Limit,
});
export type OpenItemsInput = z.input<typeof OpenItemsInput>;

/** Ages in days past due; not due includes what has no due date. */
export const ages = ['notDue', 'days30', 'days60', 'days90', 'older'] as const;
export type Age = (typeof ages)[number];

export interface OpenItemsSums extends Record<Age, MoneyJson> {
  /** Credit notes that were not used up, and what was paid too much: negative. */
  credits: MoneyJson;
  total: MoneyJson;
  /** Documents that are not settled. */
  documents: number;
}

export interface OpenItemsRow extends OpenItemsSums {
  customer: { id: string; name: string } | null;
}

export interface OpenItemsReport {
  day: string;
  rows: OpenItemsRow[];
  /** One a currency, over all customers. */
  totals: OpenItemsSums[];
  /** Whether there are customers beyond `limit`. */
  more: boolean;
}

export interface RevenueSums {
  /** Documents; lines where it is by product. */
  count: number;
  /** Invoices and deposits less credit notes, without tax; what a deposit was deducted by counts once. */
  net: MoneyJson;
  /** Null by product. */
  tax: MoneyJson | null;
  total: MoneyJson | null;
}

export interface RevenueRow extends RevenueSums {
  /** 'YYYY-MM', the id of the customer or product, or tax code and rate as in "S 20"; null for none of them. */
  key: string | null;
  /** Name of the customer or product. */
  name: string | null;
  /** By product: what was sold less what was credited, as a decimal. */
  quantity: string | null;
}

export interface RevenueReport {
  by: RevenueBy;
  from: string;
  to: string;
  rows: RevenueRow[];
  /** One a currency, over all rows. */
  totals: RevenueSums[];
  /** Whether there are rows beyond `limit`. */
  more: boolean;
}

export interface TaxSums {
  net: MoneyJson;
  tax: MoneyJson;
}

/** A category (EN 16931: S, Z, E, AE, K, G, O) and rate, in a tax currency. */
export interface TaxReportRow {
  taxCode: string;
  taxRate: string;
  /** Invoices and deposit invoices. */
  sales: TaxSums;
  /** Credit notes, as positive amounts. */
  credits: TaxSums;
  /** Sales less credit notes: what goes into the return. */
  net: MoneyJson;
  tax: MoneyJson;
  documents: number;
}

export interface TaxReport {
  from: string;
  to: string;
  rows: TaxReportRow[];
  /** One a tax currency. */
  totals: { sales: TaxSums; credits: TaxSums; net: MoneyJson; tax: MoneyJson }[];
}

/** Money that came in or, with negative amounts, was given back. */
export interface PaymentJournalRow {
  /** Of the payment. */
  id: string;
  day: string;
  /** `voided`: stands in the journal, and counts nowhere. */
  state: 'booked' | 'voided';
  customer: { id: string; name: string } | null;
  method: PaymentMethod;
  /** The company's. */
  bankAccount: { id: string; name: string } | null;
  reference: string;
  /** What it settles of invoices or, given back, of credit notes; in the currencies of the documents. */
  documents: { id: string; number: string; amount: MoneyJson }[];
  /** The payment that was given back, where it is no credit note. */
  refundOf: { id: string; day: string } | null;
  /** What is left of it for the customer; negative where more was given back than was due. */
  credit: MoneyJson;
  amount: MoneyJson;
  voidReason: string | null;
}

export interface PaymentJournalSums {
  /** Payments that stand. */
  count: number;
  received: MoneyJson;
  givenBack: MoneyJson;
  /** Received less given back. */
  net: MoneyJson;
}

export interface PaymentJournalTotal extends PaymentJournalSums {
  methods: (PaymentJournalSums & { method: PaymentMethod })[];
}

export interface PaymentJournal {
  from: string;
  to: string;
  rows: PaymentJournalRow[];
  nextCursor: string | null;
  /** One a currency, over the whole period. */
  totals: PaymentJournalTotal[];
  /** Gains less losses by exchange rates that were booked in the period, in the company's currency. */
  exchangeDifferences: MoneyJson;
}

/** What the home page says of invoices: one amount a currency, the company's own first. */
export interface InvoiceFigures {
  open: { count: number; amounts: MoneyJson[] };
  overdue: { count: number; amounts: MoneyJson[] };
  /** Payments received since the first of the month, less what was given back. */
  paidThisMonth: { amounts: MoneyJson[] };
  drafts: { count: number; amounts: MoneyJson[] };
  today: string;
}
