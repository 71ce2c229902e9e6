import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { demand, may } from '../platform/permissions';
import { readOne } from '../platform/tx';
import type { FileDto } from './schemas';

type Subject = Pick<FileDto, 'subjectType' | 'subjectId'>;

/** What the records are called that files belong to, by their ids; only records that the actor may see. */
export async function namesOfSubjects(
  ctx: Ctx,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, string>> {
  demand(ctx, 'files:read');
  const ids = (type: Subject['subjectType'], allowed: boolean) =>
    allowed ? subjects.filter((each) => each.subjectType === type).map((each) => each.subjectId) : [];
  const orders = ids('order', may(ctx.actor, 'orders:read'));
  const customers = ids('customer', may(ctx.actor, 'customers:read'));
  if (orders.length + customers.length === 0) return new Map();
  const rows = await readOne<{ id: string; name: string }>(
    ctx,
    sql`select id, number as name from orders
        where tenant_id = ${ctx.tenantId}::uuid and id = any(${orders}::uuid[])
        union all
        select id, name from customers
        where tenant_id = ${ctx.tenantId}::uuid and id = any(${customers}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
