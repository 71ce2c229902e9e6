import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { toPage, type Page } from '../platform/lists';
import type { MoneyJson } from '../platform/money';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { readOne } from '../platform/tx';
import { getTenant } from '../tenants';
import type { SummaryRow } from './columns';
import { invoiceConditions, invoicePage, invoiceSource } from './list.sql';
import { toSummary } from './rows';
import { InvoiceFilters, ListInvoicesInput, type InvoiceSummaryDto } from './schemas';

const isWhole = (filters: InvoiceFilters) => Object.values(filters).every((value) => value === undefined);

/** One page of invoices, deposit invoices and credit notes by keyset. */
export async function listInvoices(ctx: Ctx, input: ListInvoicesInput): Promise<Page<InvoiceSummaryDto>> {
  demand(ctx, 'invoices:read');
  const { limit, cursor, sort, ...filters } = parse(ListInvoicesInput, input);
  const { timeZone } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const rows = await readOne<SummaryRow & { cursor_value: string }>(
    ctx,
    invoicePage(ctx, { filters, sort, cursor, limit, today }),
    isWhole(filters) ? 'once' : 'each-time',
  );
  const values = new Map(rows.map((row) => [row.id, row.cursor_value]));
  return toPage(
    rows.map((row) => toSummary(row, today)),
    limit,
    sort,
    ({ id }) => values.get(id) ?? null,
  );
}

export interface InvoiceSums {
  count: number;
  /** What they ask for: invoices less credit notes; drafts and void ones ask for nothing. */
  payable: MoneyJson;
  open: MoneyJson;
}

/** So many documents are added up for a page; more would make it wait. */
export const MOST_SUMMED = 10_000;

/**
 * The sums of all invoices that filters show, one row a currency; for a selection, name its `ids`.
 * @returns null where the filters show more than `most`
 */
export async function invoiceSums(
  ctx: Ctx,
  input: unknown,
  most = MOST_SUMMED,
): Promise<InvoiceSums[] | null> {
  demand(ctx, 'invoices:read');
  const filters = parse(InvoiceFilters, input);
  const { timeZone } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const shown = sql`from ${invoiceSource(filters)} i where ${invoiceConditions(ctx, filters, today)}`;
  // To count is to walk an index, to add up is to read each row: first is asked whether there is one row too many.
  const beyond = await readOne(ctx, sql`select 1 ${shown} offset ${most} limit 1`, 'each-time');
  if (beyond.length > 0) return null;
  const rows = await readOne<{ currency: string; count: number; payable: string; open: string }>(
    ctx,
    sql`select currency, count(*)::int as count,
          coalesce(sum(sign * payable_minor) filter (where state = 'issued'), 0)::text as payable,
          coalesce(sum(sign * (payable_minor - settled_minor)) filter (where state = 'issued'), 0)::text as open
        from (select i.*, case i.kind when 'credit_note' then -1 else 1 end as sign ${shown}) i
        group by currency order by count(*) desc, currency`,
    'each-time',
  );
  return rows.map(({ currency, count, payable, open }) => ({
    count,
    payable: { amount: payable, currency },
    open: { amount: open, currency },
  }));
}
