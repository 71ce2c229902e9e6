import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { getTenant } from '../tenants';
import {
  bookedDifferences,
  journalRows,
  journalSums,
  type JournalRow,
  type SumsRow,
} from './payment-journal.sql';
import { periodOf } from './period';
import {
  PaymentJournalInput,
  type PaymentJournal,
  type PaymentJournalRow,
  type PaymentJournalTotal,
} from './schemas';

function toRow(row: JournalRow): PaymentJournalRow {
  const signed = (minor: bigint) => ({
    amount: (row.direction === 'in' ? minor : -minor).toString(),
    currency: row.currency,
  });
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    day: row.day,
    state: row.voided ? 'voided' : 'booked',
    customer: named(row.customerId, row.customerName),
    method: row.method,
    bankAccount: named(row.bankAccountId, row.bankAccountName),
    reference: row.reference,
    documents: row.documents.map(({ id, number, amount, currency }) => ({
      id,
      number,
      amount: { amount, currency },
    })),
    refundOf: row.refundOfId === null ? null : { id: row.refundOfId, day: row.refundOfDay ?? row.day },
    credit: signed(row.creditMinor),
    amount: signed(row.amountMinor),
    voidReason: row.voidReason,
  };
}

const toSums = ({ count, received, givenBack, currency }: SumsRow) => {
  const money = (minor: bigint) => ({ amount: minor.toString(), currency });
  return {
    count,
    received: money(received),
    givenBack: money(givenBack),
    net: money(received - givenBack),
  };
};

const toTotals = (rows: readonly SumsRow[]): PaymentJournalTotal[] =>
  rows
    .filter(({ method }) => method === null)
    .map((whole) => ({
      ...toSums(whole),
      methods: rows.flatMap((row) =>
        row.currency === whole.currency && row.method !== null
          ? [{ method: row.method, ...toSums(row) }]
          : [],
      ),
    }));

/** One page of the journal; nobody is asked for permission here. */
export async function journalPage(
  ctx: Ctx,
  period: { from: string; to: string },
  limit: number,
  cursor?: string,
): Promise<Page<PaymentJournalRow>> {
  const rows = await journalRows(ctx, period, limit + 1, cursor);
  const page = toPage(rows, limit, 'day', (row) => row.sortValue);
  return { rows: page.rows.map(toRow), nextCursor: page.nextCursor };
}

/**
 * All money that came in or was given back in a period, in the order of its days, a page at a time, with the sums of
 * the whole period. Nothing vanishes from it: a voided payment keeps its place and counts nowhere.
 * @throws AppError `invalid` for a period that ends before it begins, and for foreign cursors
 */
export async function paymentJournal(ctx: Ctx, input: PaymentJournalInput): Promise<PaymentJournal> {
  demand(ctx, 'reports:read');
  const { limit, cursor, ...given } = parse(PaymentJournalInput, input);
  const period = await periodOf(ctx, given, 'month');
  const page = await journalPage(ctx, period, limit, cursor);
  const totals = toTotals(await journalSums(ctx, period));
  const differences = await bookedDifferences(ctx, period);
  const { currency } = await getTenant(ctx);
  return {
    ...period,
    ...page,
    totals,
    exchangeDifferences: { amount: differences.toString(), currency },
  };
}
