import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { atMost, keyset, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { paymentConditions, paymentSortKeys, paymentSource } from './list.sql';
import { paymentPolicy } from './policy';
import { paymentColumns, paymentJoins, toPayment, type PaymentRow } from './rows';
import { ListPaymentsInput, type PaymentDto } from './schemas';

/** One page of payments by keyset. @throws AppError `invalid` for unknown filters and foreign cursors */
export async function listPayments(ctx: Ctx, input: ListPaymentsInput = {}): Promise<Page<PaymentDto>> {
  demand(ctx, paymentPolicy.read);
  const { limit, cursor, sort, ...filters } = parse(ListPaymentsInput, input);
  const { after, order, value } = keyset(paymentSortKeys, sql`p.id`, sort, cursor);
  const rows = await readOne<PaymentRow & { sortValue: string }>(
    ctx,
    sql`select ${paymentColumns}, ${value} as "sortValue" from ${paymentSource(filters)} ${paymentJoins}
        where ${paymentConditions(ctx, filters)} and ${after} order by ${order} ${atMost(limit + 1)}`,
    'each-time',
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  return { rows: page.rows.map(toPayment), nextCursor: page.nextCursor };
}
