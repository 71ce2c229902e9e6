import { customersOf } from '../customers';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { type AppError, isAppError, notFound, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { togetherOrAlone, withTx } from '../platform/tx';
import { loadBasis, type Basis } from './basis';
import { keepDrafts } from './create';
import { deleteInTx } from './delete';
import { draftOf, nothingToInvoice } from './from-orders';
import { invoiceInTenant } from './get';
import { issueDrafts } from './issue';
import { issueInTx } from './issuing';
import { leftOf } from './order-parts';
import { lockOrders, openDeposits, type InvoiceableOrder } from './orders.sql';
import { BulkInvoiceInput, BulkInvoicesInput, type BulkInvoiceResult, type Refusal } from './schemas';
import type { NewDraft } from './write.sql';

const refusalOf = ({ message, reason, code }: AppError): Refusal => ({
  message,
  code,
  reason: reason ?? null,
});

export interface BulkInvoicesResult {
  matched: number;
  changed: number;
  /** What was left as it is, and why. */
  refused: ({ id: string } & Refusal)[];
}

async function tagAll(
  ctx: TxCtx,
  ids: readonly string[],
  action: 'add-tag' | 'remove-tag',
  tag: string,
): Promise<number> {
  const rows = await ctx.tx.query<{ id: string; number: string | null }>(sql`
    update invoices set tags = ${action === 'add-tag' ? sql`array_append(tags, ${tag}::text)` : sql`array_remove(tags, ${tag}::text)`},
      version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])
      and (${tag} = any(tags)) = ${action === 'remove-tag'}
    returning id, number`);
  await audit(
    ctx,
    ...rows.map(({ id, number }) => ({
      action: `invoice.${action}`,
      entityType: 'invoice',
      entityId: id,
      entityName: number ?? undefined,
      changes: { tags: action === 'add-tag' ? { to: tag } : { from: tag } },
    })),
  );
  return rows.length;
}

/** Each in a transaction of its own, so that one that cannot be issued keeps no other back. */
async function oneByOne(
  ctx: Ctx,
  ids: readonly string[],
  work: (ctx: TxCtx, id: string) => Promise<void>,
): Promise<BulkInvoicesResult> {
  const result: BulkInvoicesResult = { matched: ids.length, changed: 0, refused: [] };
  for (const id of ids) {
    try {
      await withTx(ctx, (ctx) => work(ctx, id));
      result.changed += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.refused.push({ id, ...refusalOf(error) });
    }
  }
  return result;
}

async function demandAll(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const rows = await withTx(ctx, ({ tx, tenantId }) =>
    tx.query(sql`select id from invoices where tenant_id = ${tenantId}::uuid and id = any(${ids}::uuid[])`),
  );
  if (rows.length < new Set(ids).size) throw notFound('invoice');
}

/**
 * Issues, deletes or tags many. Those that cannot be are left as they are and named.
 * @throws AppError `not-found` when one of the ids is unknown
 */
export async function bulkInvoices(ctx: Ctx, input: BulkInvoicesInput): Promise<BulkInvoicesResult> {
  demand(ctx, 'invoices:write');
  const data = parse(BulkInvoicesInput, input);
  await demandAll(ctx, data.ids);
  switch (data.action) {
    case 'issue':
      return issueMany(ctx, data.ids);
    case 'delete':
      return oneByOne(ctx, data.ids, (ctx, id) => deleteInTx(ctx, id));
    default:
      return withTx(ctx, async (ctx) => ({
        matched: data.ids.length,
        changed: await tagAll(ctx, data.ids, data.action, data.tag),
        refused: [],
      }));
  }
}

const BATCH = 100;

/** A hundred in one short transaction; where one of them is refused, each by itself. */
async function issueMany(ctx: Ctx, ids: readonly string[]): Promise<BulkInvoicesResult> {
  const result: BulkInvoicesResult = { matched: ids.length, changed: 0, refused: [] };
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH).map((invoiceId) => ({ invoiceId, by: ctx }));
    const outcomes = await togetherOrAlone(batch, async (requests) => {
      await withTx(ctx, (ctx) => issueDrafts(ctx, requests));
      return requests;
    });
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') result.changed += 1;
      else if (!isAppError(outcome.reason)) throw outcome.reason;
      else result.refused.push({ id: batch[index]?.invoiceId ?? '', ...refusalOf(outcome.reason) });
    }
  }
  return result;
}

/** Orders that go on one document: each alone, or those of one customer with the same currency, kind and prices. */
function groupsOf(orders: readonly InvoiceableOrder[], together: 'order' | 'customer'): InvoiceableOrder[][] {
  const groups = new Map<string, InvoiceableOrder[]>();
  for (const order of orders) {
    const alone = together === 'order' || order.customerId === null;
    const key = alone
      ? order.id
      : [order.customerId, order.currency, order.kind, order.pricesIncludeTax, order.taxRounding].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()];
}

async function draftGroup(
  ctx: TxCtx,
  basis: Basis,
  orderIds: readonly string[],
  issue: boolean,
): Promise<NewDraft> {
  const orders = await lockOrders(ctx, orderIds);
  const [customers, deposits] = await Promise.all([
    customersOf(ctx, [orders[0]?.customerId]),
    openDeposits(ctx, orderIds),
  ]);
  const customer = customers.get(orders[0]?.customerId ?? '') ?? null;
  const draft = draftOf({
    basis,
    customer,
    orders: orders.sort(
      (a, b) => a.placedAt.getTime() - b.placedAt.getTime() || (a.number < b.number ? -1 : 1),
    ),
    select: { mode: 'all' },
    deposits,
    deductDeposits: undefined,
  });
  await keepDrafts(ctx, [draft]);
  if (issue) await issueInTx(ctx, [await invoiceInTenant(ctx, draft.id)]);
  return draft;
}

/**
 * Makes the invoices of many orders, and credit notes of returns: one for each, or one for each customer. Each stands
 * in a transaction of its own; orders that cannot be invoiced are left as they are and named.
 * @throws AppError `not-found` when one of the orders is unknown
 */
export async function bulkInvoiceOrders(ctx: Ctx, input: BulkInvoiceInput): Promise<BulkInvoiceResult> {
  demand(ctx, 'invoices:write');
  const { orderIds, together, issue } = parse(BulkInvoiceInput, input);
  const { basis, orders } = await withTx(ctx, async (ctx) => ({
    basis: await loadBasis(ctx),
    orders: await lockOrders(ctx, orderIds),
  }));
  const places = new Map(orderIds.map((id, index) => [id, index]));
  orders.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const open = orders.filter(({ items }) => items.some((item) => !leftOf(item).eq(0)));
  const result: BulkInvoiceResult = {
    created: [],
    refused: orders
      .filter((order) => !open.includes(order))
      .map(({ id }) => ({ orderId: id, ...refusalOf(nothingToInvoice()) })),
  };
  for (const group of groupsOf(open, together)) {
    const ids = group.map(({ id }) => id);
    try {
      const created = await withTx(ctx, async (ctx) => {
        const { id } = await draftGroup(ctx, basis, ids, issue);
        const { row } = await invoiceInTenant(ctx, id);
        return { id, number: row.number, orderIds: ids };
      });
      result.created.push(created);
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.refused.push(...ids.map((orderId) => ({ orderId, ...refusalOf(error) })));
    }
  }
  return result;
}
