import type { TxCtx } from '../platform/context';
import type { Sql } from '../platform/db';
import { enqueue, laterWork } from '../platform/outbox';
import { customersOrdered } from './jobs';

type CustomerIds = readonly (string | null | undefined)[];

const named = (customerIds: CustomerIds) => [...new Set(customerIds.filter((id) => typeof id === 'string'))];

/** Lets the figures of customers follow a change of their orders; walk-ins have none. */
export async function followCustomers(ctx: TxCtx, customerIds: CustomerIds): Promise<void> {
  const ids = named(customerIds);
  if (ids.length > 0) await enqueue(ctx, customersOrdered, { customerIds: ids });
}

/** The same as a statement; undefined where there is nobody to follow. */
export function followingCustomers(ctx: TxCtx, customerIds: CustomerIds): Sql | undefined {
  const ids = named(customerIds);
  return ids.length > 0 ? laterWork(ctx, customersOrdered, { customerIds: ids }) : undefined;
}
