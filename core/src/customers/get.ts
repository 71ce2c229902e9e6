import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { customerColumns, toCustomer, type CustomerRow } from './internal';
import { customerPolicy } from './policy';
import type { CustomerDto } from './schemas';

/** @throws AppError `not-found`, also for another company's customer */
export async function getCustomer(ctx: Ctx, id: string): Promise<CustomerDto> {
  demand(ctx, customerPolicy.read);
  if (!isId(id)) throw notFound('customer');
  const [row] = await readOne<CustomerRow>(
    ctx,
    sql`select ${customerColumns} from customers c where c.tenant_id = ${ctx.tenantId}::uuid and c.id = ${id}::uuid`,
  );
  if (!row) throw notFound('customer');
  return toCustomer(row);
}
