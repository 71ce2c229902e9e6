import { paymentMethods } from '@countinghouse/core/payments/states';
import { invoiceFigures, openItems, paymentJournal, revenue, taxReport } from '@countinghouse/core/reports';
import {
  OpenItemsInput,
  PaymentJournalInput,
  revenueBy,
  RevenueInput,
  TaxReportInput,
} from '@countinghouse/core/reports/schemas';
import { z } from 'zod';
import type { Operation } from '../operation';
import { Money, RecordId } from '../schemas';

const tag = 'Reports';
const scope = 'reports:read';
const day = z.iso.date();

const openSums = {
  notDue: Money,
  days30: Money.meta({ description: 'Due 1 to 30 days ago.' }),
  days60: Money,
  days90: Money,
  older: Money,
  credits: Money.meta({ description: 'Unused credit notes and over-payments; negative.' }),
  total: Money,
  documents: z.int(),
};

const OpenItems = z
  .strictObject({
    day,
    rows: z.array(
      z.strictObject({
        customer: z.strictObject({ id: RecordId, name: z.string() }).nullable(),
        ...openSums,
      }),
    ),
    totals: z.array(z.strictObject(openSums)).meta({ description: 'One a currency, over all customers.' }),
    more: z.boolean().meta({ description: 'Whether there are rows beyond `limit`.' }),
  })
  .meta({ id: 'OpenItems' });

const revenueSums = {
  count: z.int().meta({ description: 'Documents; lines where it is by product.' }),
  net: Money,
  tax: Money.nullable().meta({ description: 'Null by product.' }),
  total: Money.nullable(),
};

const Revenue = z
  .strictObject({
    by: z.enum(revenueBy),
    from: day,
    to: day,
    rows: z.array(
      z.strictObject({
        key: z.string().nullable().meta({
          description: '`2026-11`, an id, or tax code and rate such as `S 20`; null for none of them.',
        }),
        name: z.string().nullable(),
        quantity: z.string().nullable(),
        ...revenueSums,
      }),
    ),
    totals: z.array(z.strictObject(revenueSums)),
    more: z.boolean(),
  })
  .meta({ id: 'Revenue' });

const taxSums = z.strictObject({ net: Money, tax: Money });
const taxParts = { sales: taxSums, credits: taxSums, net: Money, tax: Money };

const TaxReport = z
  .strictObject({
    from: day,
    to: day,
    rows: z.array(
      z.strictObject({ taxCode: z.string(), taxRate: z.string(), documents: z.int(), ...taxParts }),
    ),
    totals: z.array(z.strictObject(taxParts)),
  })
  .meta({ id: 'TaxReport' });

const named = z.strictObject({ id: RecordId, name: z.string() }).nullable();
const journalSums = {
  count: z.int().meta({ description: 'Payments that stand.' }),
  received: Money,
  givenBack: Money,
  net: Money,
};

const PaymentJournal = z
  .strictObject({
    from: day,
    to: day,
    rows: z.array(
      z.strictObject({
        id: RecordId.meta({ description: 'Of the payment.' }),
        day,
        state: z.enum(['booked', 'voided']),
        customer: named,
        method: z.enum(paymentMethods),
        bankAccount: named,
        reference: z.string(),
        documents: z
          .array(z.strictObject({ id: RecordId, number: z.string(), amount: Money }))
          .meta({ description: 'What it settles, in the currencies of the documents.' }),
        refundOf: z.strictObject({ id: RecordId, day }).nullable(),
        credit: Money.meta({ description: 'What is left of it for the customer.' }),
        amount: Money.meta({ description: 'Negative where money was given back.' }),
        voidReason: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    totals: z
      .array(
        z.strictObject({
          ...journalSums,
          methods: z.array(z.strictObject({ method: z.enum(paymentMethods), ...journalSums })),
        }),
      )
      .meta({ description: 'One a currency, over the whole period; voided payments count nowhere.' }),
    exchangeDifferences: Money.meta({
      description: 'Gains less losses booked in the period, in the company’s currency.',
    }),
  })
  .meta({ id: 'PaymentJournal' });

const part = z.strictObject({ count: z.int(), amounts: z.array(Money) });

const InvoiceFigures = z
  .strictObject({
    open: part,
    overdue: part,
    paidThisMonth: z.strictObject({ amounts: z.array(Money) }),
    drafts: part,
    today: day,
  })
  .meta({ id: 'InvoiceFigures' });

export const reportOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/reports/open-items',
    id: 'openItems',
    tag,
    summary: 'Open items by age',
    description: 'Who owed what at the end of a day, by how late it was; the company’s today by default.',
    scope,
    query: OpenItemsInput,
    success: { status: 200, description: 'Per customer and currency, the largest first.', schema: OpenItems },
    run: async ({ ctx, query }) => ({ status: 200, body: await openItems(ctx, query) }),
  },
  {
    method: 'get',
    path: '/reports/revenue',
    id: 'revenue',
    tag,
    summary: 'Revenue by month, customer, product or tax rate',
    description:
      'Issued invoices and deposit invoices less credit notes, by day of issue; the year so far by default. Voided ' +
      'documents are left out; an invoice that deducts a deposit counts with what is left.',
    scope,
    query: RevenueInput,
    success: { status: 200, description: 'The sums.', schema: Revenue },
    run: async ({ ctx, query }) => ({ status: 200, body: await revenue(ctx, query) }),
  },
  {
    method: 'get',
    path: '/reports/tax',
    id: 'taxReport',
    tag,
    summary: 'Tax of a period by category and rate',
    description:
      'In the tax currency, at the rates that stand on the documents; the month so far by default. What goes into ' +
      'the return is `net` and `tax`: sales less credit notes.',
    scope,
    query: TaxReportInput,
    success: { status: 200, description: 'The sums.', schema: TaxReport },
    run: async ({ ctx, query }) => ({ status: 200, body: await taxReport(ctx, query) }),
  },
  {
    method: 'get',
    path: '/reports/payments',
    id: 'paymentJournal',
    tag,
    summary: 'Payment journal',
    description:
      'All money that came in or was given back, by day of payment, a page at a time; the month so far by default. ' +
      'Voided payments keep their place, and no sum counts them.',
    scope,
    query: PaymentJournalInput,
    success: {
      status: 200,
      description: 'The rows, and the sums of the whole period.',
      schema: PaymentJournal,
    },
    run: async ({ ctx, query }) => ({ status: 200, body: await paymentJournal(ctx, query) }),
  },
  {
    method: 'get',
    path: '/reports/invoice-figures',
    id: 'invoiceFigures',
    tag,
    summary: 'What is open, overdue, paid this month, and in drafts',
    scope: 'invoices:read',
    success: { status: 200, description: 'One amount a currency.', schema: InvoiceFigures },
    run: async ({ ctx }) => ({ status: 200, body: await invoiceFigures(ctx) }),
  },
];
