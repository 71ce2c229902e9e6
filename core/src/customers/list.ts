import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { atMost, keyset, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { customerColumns, toCustomer, type CustomerRow } from './internal';
import { customerConditions, customerSortKeys, customerSource } from './list.sql';
import { customerPolicy } from './policy';
import { ListCustomersInput, type CustomerDto } from './schemas';

/** One page of customers, in one round trip. @throws AppError `invalid` for unknown filters and foreign cursors */
export async function listCustomers(ctx: Ctx, input: ListCustomersInput = {}): Promise<Page<CustomerDto>> {
  demand(ctx, customerPolicy.read);
  const { limit, cursor, sort, ...filters } = parse(ListCustomersInput, input);
  const { after, order, value } = keyset(customerSortKeys, sql`c.id`, sort, cursor);
  const rows = await readOne<CustomerRow & { sortValue: string }>(
    ctx,
    sql`select ${customerColumns}, ${value} as "sortValue" from ${customerSource(filters, sort)}
        where ${customerConditions(ctx, filters)} and ${after} order by ${order} ${atMost(limit + 1)}`,
    'each-time',
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  return { rows: page.rows.map(toCustomer), nextCursor: page.nextCursor };
}
