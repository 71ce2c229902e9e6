import {
  bulkInvoiceOrders,
  createDeposit,
  invoiceOrders,
  listInvoices,
  type DepositInput,
} from '@countinghouse/core/invoices';
import {
  BulkInvoiceInput,
  InvoiceOrdersInput,
  ListInvoicesInput,
} from '@countinghouse/core/invoices/schemas';
import { getOrder } from '@countinghouse/core/orders';
import { MinorText, PercentText } from '@countinghouse/core/platform/money';
import { withTx } from '@countinghouse/core/platform/tx';
import { z } from 'zod';
import { created, page, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { Invoice, InvoicesMade, InvoiceSummary } from './invoice-schemas';

const tag = 'Invoices';

const draft = {
  status: 201,
  description: 'The new draft.',
  schema: Invoice,
  headers: ['ETag', 'Location'],
} as const;

const PartOfOrder = InvoiceOrdersInput.omit({ orderIds: true });
type PartOfOrder = z.input<typeof PartOfOrder>;

const DepositOfOrder = z.strictObject({
  percent: PercentText.optional().meta({ description: 'Of the total of the order; or `amount`.' }),
  amount: MinorText.optional().meta({ description: 'Minor units of the order’s currency; or `percent`.' }),
});

/** The way from orders to invoices. */
export const orderInvoiceOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/orders/{id}/invoices',
    id: 'listOrderInvoices',
    tag,
    summary: 'List the invoices of an order',
    description: 'Deposit invoices and credit notes among them.',
    scope: 'invoices:read',
    query: ListInvoicesInput.omit({ orderId: true }),
    success: {
      status: 200,
      description: 'One page of invoices.',
      schema: pageOf(InvoiceSummary, 'InvoicePage'),
    },
    run: async ({ ctx, id, query }) =>
      page(
        await withTx(ctx, async (ctx) => {
          await getOrder(ctx, id);
          return listInvoices(ctx, { ...query, orderId: id });
        }),
      ),
  },
  {
    method: 'post',
    path: '/orders/{id}/invoices',
    id: 'invoiceOrder',
    tag,
    problems: ['conflict', 'invalid'],
    summary: 'Invoice an order',
    description:
      'Everything that is left, what was delivered, a percentage, or quantities of lines; never more than was ordered. ' +
      'Deposits are deducted when nothing is left to invoice afterwards. A return becomes a credit note.',
    scope: 'invoices:write',
    body: PartOfOrder,
    bodyOptional: true,
    bodyExample: { select: { mode: 'percent', percent: '40' } },
    success: draft,
    run: async ({ ctx, id, body }) =>
      created('invoices', await invoiceOrders(ctx, { ...(body as PartOfOrder | undefined), orderIds: [id] })),
  },
  {
    method: 'post',
    path: '/orders/{id}/deposits',
    id: 'createDeposit',
    tag,
    problems: ['conflict', 'invalid'],
    summary: 'Ask for a deposit on an order',
    description: 'A deposit invoice over a part of the order, which a later invoice deducts with its tax.',
    scope: 'invoices:write',
    body: DepositOfOrder,
    bodyExample: { percent: '30' },
    success: draft,
    run: async ({ ctx, id, body }) =>
      created(
        'invoices',
        await createDeposit(ctx, { ...(body as Omit<DepositInput, 'orderId'>), orderId: id }),
      ),
  },
  {
    method: 'post',
    path: '/invoices/from-orders',
    id: 'invoiceOrders',
    tag,
    problems: ['not-found'],
    summary: 'Invoice many orders at once',
    description: 'One invoice for each, or one for each customer and currency; as drafts, or issued at once.',
    scope: 'invoices:write',
    body: BulkInvoiceInput,
    bodyExample: {
      orderIds: ['019a5b6c-7d8e-7f01-8234-56789abcdef0', '019a5b6c-7d8e-7f01-8234-56789abcdef1'],
      together: 'customer',
      issue: true,
    },
    success: { status: 200, description: 'What was made, and what was left.', schema: InvoicesMade },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await bulkInvoiceOrders(ctx, body as z.input<typeof BulkInvoiceInput>),
    }),
  },
];
