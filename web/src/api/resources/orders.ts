import {
  bulkOrders,
  createOrder,
  customerFigures,
  getOrder,
  listOrders,
  updateOrder,
} from '@countinghouse/core/orders';
import {
  BulkOrdersInput,
  CreateOrderInput,
  ListOrdersInput,
  UpdateOrderInput,
} from '@countinghouse/core/orders/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { bulk, OrdersChanged } from './bulk';
import { orderMoves } from './order-moves';
import { CustomerFigures, Order, OrderSummary } from './order-schemas';

const tag = 'Orders';

const example = {
  status: 'placed',
  externalNumber: 'WEB-2044',
  currency: 'EUR',
  items: [
    { title: 'Rye bread, sliced', quantity: '12', unitPrice: '3.20' },
    { title: 'Delivery', quantity: '1', unitPrice: '8', discountPercent: '50' },
  ],
  adjustments: [{ kind: 'discount', reason: 'Regular customer', percent: '5' }],
  tags: ['web'],
};

export const orderOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/customers/{id}/figures',
    id: 'customerFigures',
    tag,
    summary: 'Sum up the orders of a customer',
    description: 'Drafts and cancelled orders are left out. The sums follow the orders by about a second.',
    scope: 'orders:read',
    success: { status: 200, description: 'The sums.', schema: CustomerFigures },
    run: async ({ ctx, id }) => ({ status: 200, body: await customerFigures(ctx, id) }),
  },
  {
    method: 'get',
    path: '/orders',
    id: 'listOrders',
    tag,
    summary: 'List orders',
    description: 'Dates without a time mean whole days in the time zone of the company.',
    scope: 'orders:read',
    query: ListOrdersInput,
    success: { status: 200, description: 'One page of orders.', schema: pageOf(OrderSummary, 'OrderPage') },
    run: async ({ ctx, query }) => page(await listOrders(ctx, query)),
  },
  {
    method: 'post',
    path: '/orders',
    id: 'createOrder',
    tag,
    summary: 'Take an order',
    description: 'Totals and tax are computed here; the number comes from the series of the company.',
    scope: 'orders:write',
    body: CreateOrderInput,
    bodyExample: example,
    success: { status: 201, description: 'The new order.', schema: Order, headers: ['ETag', 'Location'] },
    run: async ({ ctx, body }) => created('orders', await createOrder(ctx, body as CreateOrderInput)),
  },
  bulk<BulkOrdersInput>({
    resource: 'orders',
    tag,
    scope: 'orders:write',
    body: BulkOrdersInput,
    bodyExample: { action: 'add-tag', tag: 'web', filters: { status: 'placed', placedFrom: '2026-11-01' } },
    schema: OrdersChanged,
    run: bulkOrders,
  }),
  {
    method: 'get',
    path: '/orders/{id}',
    id: 'getOrder',
    tag,
    summary: 'Read an order with its lines',
    scope: 'orders:read',
    success: { status: 200, description: 'The order.', schema: Order, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getOrder(ctx, id)),
  },
  {
    method: 'patch',
    path: '/orders/{id}',
    id: 'updateOrder',
    tag,
    summary: 'Change an order',
    description:
      'Only the fields that are given change. `items`, where given, is the whole new list; lines keep their `id`. ' +
      'Lines and prices can change until something has been delivered.',
    scope: 'orders:write',
    body: UpdateOrderInput,
    bodyExample: { notes: 'Deliver to the back door.' },
    ifMatch: 'required',
    success: { status: 200, description: 'The order as it is now.', schema: Order, headers: ['ETag'] },
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateOrder(ctx, id, expectedVersion ?? 0, body as UpdateOrderInput)),
  },
  ...orderMoves,
];
