import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { decodeCursor, encodeCursor, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { dueCustomers, dueRows, type DueRow } from './due.sql';
import { lettersOf, toProposal, type Letter } from './letters';
import { reminderPolicy } from './policy';
import { ListProposalsInput, type ReminderProposalDto } from './schemas';

const SORT = 'customer';

interface Choice {
  /** Only these invoices; all that are due where absent. */
  invoiceIds?: readonly string[] | undefined;
  /** Keeps what settles, pauses or voids the invoices waiting until the transaction ends. */
  lock?: boolean;
}

/** The letters that are due for some customers on the company's today. */
export async function dueLetters(
  ctx: TxCtx,
  customerIds: readonly string[],
  { invoiceIds, lock }: Choice = {},
): Promise<Letter[]> {
  const { currency, timeZone } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const of = sql`i.customer_id = any(${[...customerIds]}::uuid[])`;
  const rows = await ctx.tx.query<DueRow>(dueRows(ctx, today, of, lock));
  const wanted = invoiceIds && new Set(invoiceIds);
  return lettersOf(wanted ? rows.filter((row) => wanted.has(row.invoiceId)) : rows, currency);
}

/** The next customers that have something due, by their ids. */
export async function nextDueCustomers(ctx: TxCtx, after: string | null, limit: number): Promise<string[]> {
  const { timeZone } = await getTenant(ctx);
  const rows = await ctx.tx.query<{ customerId: string }>(
    dueCustomers(ctx, localDate(ctx.clock(), timeZone), after, limit),
  );
  return rows.map(({ customerId }) => customerId);
}

/**
 * One page of the letters that would go out today, as the invoices are at this moment. `limit` counts customers: all
 * letters of a customer are on one page.
 */
export async function listReminderProposals(
  ctx: Ctx,
  input: ListProposalsInput = {},
): Promise<Page<ReminderProposalDto>> {
  demand(ctx, reminderPolicy.read);
  const { limit, cursor, customerId } = parse(ListProposalsInput, input);
  const after = cursor ? decodeCursor(cursor, SORT).id : null;
  return withTx(ctx, async (ctx) => {
    const customers = customerId ? [customerId] : await nextDueCustomers(ctx, after, limit + 1);
    const shown = customers.slice(0, limit);
    const last = shown.at(-1);
    const more = customers.length > limit && last !== undefined;
    return {
      rows: (await dueLetters(ctx, shown)).map(toProposal),
      nextCursor: more ? encodeCursor({ sort: SORT, value: null, id: last }) : null,
    };
  });
}
