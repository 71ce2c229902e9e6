import { audit, differences, type Changes } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { isUniqueViolation, Prisma } from '../platform/db';
import { parse, stale } from '../platform/errors';
import { enqueue } from '../platform/outbox';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { numberTaken } from './create';
import { dataOf, lockCustomer, searchTextOf, toCustomer, type CustomerRow } from './internal';
import { customerRenamed } from './jobs';
import { customerPolicy } from './policy';
import { UpdateCustomerInput, type CustomerData, type CustomerDto } from './schemas';

/** Fields of a customer that its orders are found by. */
const carriedByOrders = ['name', 'emails'];

async function write(ctx: TxCtx, { id, version }: CustomerRow, data: CustomerData): Promise<CustomerRow> {
  try {
    return await ctx.tx.db.customer.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id }, version },
      data: {
        ...data,
        billingAddress: data.billingAddress ?? Prisma.DbNull,
        searchText: searchTextOf(data),
        version: { increment: 1 },
        updatedAt: ctx.clock(),
      },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw numberTaken();
    throw error;
  }
}

async function tell(ctx: TxCtx, customer: CustomerRow, changes: Changes): Promise<void> {
  const { id, name } = customer;
  await audit(ctx, {
    action: 'customer.update',
    entityType: 'customer',
    entityId: id,
    entityName: name,
    changes,
  });
  if (carriedByOrders.some((field) => field in changes))
    await enqueue(ctx, customerRenamed, { customerId: id });
}

/**
 * Changes the given fields. Nothing happens, and the version stays, when they are as they were.
 * @throws AppError `stale` when the customer has another version than expected, `conflict`
 * (`customer-number-taken`), `not-found`
 */
export async function updateCustomer(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateCustomerInput,
): Promise<CustomerDto> {
  demand(ctx, customerPolicy.write);
  const patch = parse(UpdateCustomerInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockCustomer(ctx, id);
    if (row.version !== expectedVersion) throw stale();
    const before = dataOf(row);
    const after = { ...before, ...patch };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return toCustomer(row);
    const updated = await write(ctx, row, after);
    await tell(ctx, updated, changes);
    return toCustomer(updated);
  });
}
