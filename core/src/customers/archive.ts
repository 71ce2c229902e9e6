import { changeMany } from '../platform/bulk';
import type { Ctx } from '../platform/context';
import { stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockCustomer, toCustomer } from './internal';
import { customerPolicy } from './policy';
import type { CustomerDto } from './schemas';

async function change(
  ctx: Ctx,
  action: 'archive' | 'restore',
  id: string,
  expectedVersion?: number,
): Promise<CustomerDto> {
  demand(ctx, customerPolicy.write);
  return withTx(ctx, async (ctx) => {
    const row = await lockCustomer(ctx, id);
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    await changeMany(ctx, { table: 'customers', entityType: 'customer' }, [id], { action });
    return toCustomer(await lockCustomer(ctx, id));
  });
}

/** Takes a customer out of lists and pickers; its orders stay. A second time changes nothing. */
export const archiveCustomer = (ctx: Ctx, id: string, expectedVersion?: number): Promise<CustomerDto> =>
  change(ctx, 'archive', id, expectedVersion);

/** Brings an archived customer back. */
export const restoreCustomer = (ctx: Ctx, id: string, expectedVersion?: number): Promise<CustomerDto> =>
  change(ctx, 'restore', id, expectedVersion);
