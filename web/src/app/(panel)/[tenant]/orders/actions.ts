'use server';

import {
  bulkOrders,
  cancelOrder,
  closeOrder,
  createOrder,
  fulfilOrder,
  placeOrder,
  updateOrder,
  type BulkOrdersInput,
  type CreateOrderInput,
  type FulfilOrderInput,
  type OrderMove,
  type UpdateOrderInput,
} from '@countinghouse/core/orders';
import { inCompany } from '../../../../server/action';

const moves = { place: placeOrder, fulfil: fulfilWhole, close: closeOrder, cancel: cancelOrder };

function fulfilWhole(ctx: Parameters<typeof fulfilOrder>[0], id: string, version?: number) {
  return fulfilOrder(ctx, id, {}, version);
}

export async function createOrderAction(tenant: string, input: CreateOrderInput) {
  return inCompany(tenant, (ctx) => createOrder(ctx, input));
}

export async function updateOrderAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateOrderInput,
) {
  return inCompany(tenant, (ctx) => updateOrder(ctx, id, version, input));
}

export async function moveOrderAction(tenant: string, id: string, move: OrderMove, version: number) {
  return inCompany(tenant, (ctx) => moves[move](ctx, id, version));
}

export async function deliverOrderAction(
  tenant: string,
  id: string,
  version: number,
  input: FulfilOrderInput,
) {
  return inCompany(tenant, (ctx) => fulfilOrder(ctx, id, input, version));
}

export async function bulkOrdersAction(tenant: string, input: BulkOrdersInput) {
  return inCompany(tenant, (ctx) => bulkOrders(ctx, input));
}
