import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { atMost, keyset, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { todayOf } from './internal';
import { offerConditions, offerSortKeys, offerSource } from './list.sql';
import { summaryColumns, toSummary, type SummaryRow } from './rows';
import { ListOffersInput, type OfferSummaryDto } from './schemas';

/** One page of offers by keyset. @throws AppError `invalid` for unknown filters and foreign cursors */
export async function listOffers(ctx: Ctx, input: ListOffersInput = {}): Promise<Page<OfferSummaryDto>> {
  demand(ctx, 'offers:read');
  const { limit, cursor, sort, ...filters } = parse(ListOffersInput, input);
  const { after, order, value } = keyset(offerSortKeys, sql`o.id`, sort, cursor);
  const today = await todayOf(ctx);
  const rows = await readOne<SummaryRow & { sortValue: string }>(
    ctx,
    sql`select p.*, c.name as customer_name from (
          select ${summaryColumns}, ${value} as "sortValue", row_number() over (order by ${order}) as place
          from ${offerSource(filters)}
          where ${offerConditions(ctx, filters, today)} and ${after} order by ${order} ${atMost(limit + 1)}) p
        left join customers c on c.tenant_id = ${ctx.tenantId}::uuid and c.id = p.customer_id
        order by p.place`,
    'each-time',
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  return { rows: page.rows.map((row) => toSummary(row, today)), nextCursor: page.nextCursor };
}
