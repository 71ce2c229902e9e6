import {
  cancelOrder,
  closeOrder,
  fulfilOrder,
  getOrder,
  placeOrder,
  updateOrder,
} from '@countinghouse/core/orders';
import { FulfilOrderInput, type OrderDto } from '@countinghouse/core/orders/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { withTx } from '@countinghouse/core/platform/tx';
import { record, type Call, type Operation } from '../operation';
import { Order } from './order-schemas';

interface Move {
  name: string;
  summary: string;
  description: string;
  run: (call: Call) => Promise<OrderDto>;
}

const move = ({ name, summary, description, run }: Move): Operation => ({
  method: 'post',
  path: `/orders/{id}/${name}`,
  id: `${name}Order`,
  tag: 'Orders',
  summary,
  description,
  scope: 'orders:write',
  ifMatch: 'optional',
  success: { status: 200, description: 'The order as it is now.', schema: Order, headers: ['ETag'] },
  run: async (call) => record(await run(call)),
});

const setArchived = (ctx: Ctx, id: string, archived: boolean, expectedVersion?: number) =>
  withTx(ctx, async (ctx) => {
    const version = expectedVersion ?? (await getOrder(ctx, id)).version;
    return updateOrder(ctx, id, version, { archived });
  });

/** What happens to an order after it was taken. */
export const orderMoves: readonly Operation[] = [
  move({
    name: 'place',
    summary: 'Place a draft',
    description: 'A draft becomes an order.',
    run: ({ ctx, id, expectedVersion }) => placeOrder(ctx, id, expectedVersion),
  }),
  {
    ...move({
      name: 'fulfil',
      summary: 'Record a delivery',
      description: 'Of the named quantities, or of everything that is left when the body is empty.',
      run: ({ ctx, id, expectedVersion, body }) => fulfilOrder(ctx, id, body ?? {}, expectedVersion),
    }),
    body: FulfilOrderInput,
    bodyOptional: true,
  },
  move({
    name: 'close',
    summary: 'Close an order',
    description: 'Nothing more will be delivered.',
    run: ({ ctx, id, expectedVersion }) => closeOrder(ctx, id, expectedVersion),
  }),
  move({
    name: 'cancel',
    summary: 'Cancel an order',
    description: 'Until something has been delivered.',
    run: ({ ctx, id, expectedVersion }) => cancelOrder(ctx, id, expectedVersion),
  }),
  move({
    name: 'archive',
    summary: 'Archive an order',
    description: 'Takes the order out of lists. A second time changes nothing.',
    run: ({ ctx, id, expectedVersion }) => setArchived(ctx, id, true, expectedVersion),
  }),
  move({
    name: 'restore',
    summary: 'Bring an archived order back',
    description: 'A second time changes nothing.',
    run: ({ ctx, id, expectedVersion }) => setArchived(ctx, id, false, expectedVersion),
  }),
];
