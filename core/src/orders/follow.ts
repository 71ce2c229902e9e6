import type { TxCtx } from '../platform/context';
import { enqueue } from '../platform/outbox';
import { customersOrdered } from './jobs';

/** Lets the figures of customers follow a change of their orders; walk-ins have none. */
export async function followCustomers(
  ctx: TxCtx,
  customerIds: readonly (string | null | undefined)[],
): Promise<void> {
  const named = new Set(customerIds.filter((id) => typeof id === 'string'));
  if (named.size > 0) await enqueue(ctx, customersOrdered, { customerIds: [...named] });
}
