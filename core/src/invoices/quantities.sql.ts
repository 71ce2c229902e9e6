import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict } from '../platform/errors';
import type { StoredInvoice } from './get';
import type { ItemRow } from './columns';
import { openDeposits } from './orders.sql';
import { depositsOf, depositTooLarge } from './deposit';

const CHECK_VIOLATION = '23514';
const isCheckViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === CHECK_VIOLATION;

const ordersOf = ({ items }: StoredInvoice) => [
  ...new Set(items.flatMap(({ orderId }) => (orderId ? [orderId] : []))),
];

/** Locks the orders and documents behind drafts, each kind in one order for all. */
async function lockBehind(ctx: TxCtx, invoices: readonly StoredInvoice[]): Promise<void> {
  const orderIds = [...new Set(invoices.flatMap(ordersOf))].sort();
  const others = [
    ...new Set(
      invoices.flatMap(({ row, items }) => [
        row.original_invoice_id,
        ...items.map(({ depositInvoiceId }) => depositInvoiceId),
      ]),
    ),
  ].filter((id) => id !== null);
  if (orderIds.length > 0) {
    await ctx.tx.query(sql`
      select id from orders where tenant_id = ${ctx.tenantId}::uuid and id = any(${orderIds}::uuid[])
      order by id for no key update`);
  }
  if (others.length > 0) {
    await ctx.tx.query(sql`
      select id from invoices where tenant_id = ${ctx.tenantId}::uuid and id = any(${others.sort()}::uuid[])
      order by id for no key update`);
  }
}

/**
 * Counts what documents take of orders (`sign` 1) or gives it back (-1). Lines of credit notes for invoices count as
 * credited, all others as invoiced; of returns, whose quantities are negative, the documents' are positive.
 */
const countOrderItems = (ctx: TxCtx, items: readonly ItemRow[], sign: 1 | -1) => {
  const rows = items
    .filter(({ orderItemId }) => orderItemId !== null)
    .map(({ orderItemId, originalItemId, quantity }) => ({
      id: orderItemId,
      credits: originalItemId !== null,
      quantity,
    }));
  if (rows.length === 0) return Promise.resolve(0);
  return ctx.tx.execute(sql`
    update order_items o set
      invoiced_quantity = o.invoiced_quantity + s.invoiced * ${sign}::int * case when o.quantity < 0 and r.kind = 'return' then -1 else 1 end,
      credited_quantity = o.credited_quantity + s.credited * ${sign}::int * case when o.quantity < 0 and r.kind = 'return' then -1 else 1 end
    from (select id, coalesce(sum(quantity) filter (where not credits), 0) as invoiced,
            coalesce(sum(quantity) filter (where credits), 0) as credited
          from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, credits boolean, quantity numeric)
          group by id) s, orders r
    where o.tenant_id = ${ctx.tenantId}::uuid and o.id = s.id and r.tenant_id = o.tenant_id and r.id = o.order_id`);
};

/** Counts what credit notes take of the lines they credit, or gives it back. */
const countCredited = async (ctx: TxCtx, items: readonly ItemRow[], sign: 1 | -1): Promise<void> => {
  const rows = items
    .filter(({ originalItemId }) => originalItemId !== null)
    .map(({ originalItemId, quantity, amountMinor }) => ({ id: originalItemId, quantity, amountMinor }));
  if (rows.length === 0) return;
  await ctx.tx.execute(sql`
    update invoice_items i set credited_quantity = i.credited_quantity + x.quantity * ${sign}::int,
      credited_minor = i.credited_minor + x."amountMinor" * ${sign}::int
    from (select id, sum(quantity) as quantity, sum("amountMinor")::bigint as "amountMinor"
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, quantity numeric, "amountMinor" bigint)
          group by id) x
    where i.tenant_id = ${ctx.tenantId}::uuid and i.id = x.id`);
};

const depositDeducted = () =>
  conflict('A deposit on this invoice has been deducted elsewhere or voided.', 'deposit-deducted');

/**
 * A credit note that takes back all that an invoice deducted of a deposit leaves the deposit to another invoice; where
 * the credit note is voided, the invoice deducts it again.
 */
async function countReleased(ctx: TxCtx, original: string, ids: string[], sign: 1 | -1): Promise<void> {
  if (sign === 1) {
    await ctx.tx.execute(sql`
      update invoices d set deducted_by_id = null
      where d.tenant_id = ${ctx.tenantId}::uuid and d.id = any(${ids}::uuid[])
        and d.deducted_by_id = ${original}::uuid
        and not exists (select 1 from invoice_items l
                        where l.tenant_id = d.tenant_id and l.invoice_id = ${original}::uuid
                          and l.deposit_invoice_id = d.id and l.credited_quantity <> l.quantity)`);
    return;
  }
  await ctx.tx.execute(sql`
    update invoices set deducted_by_id = ${original}::uuid
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[]) and deducted_by_id is null
      and state = 'issued'`);
  const elsewhere = await ctx.tx.query(sql`
    select 1 from invoices
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])
      and deducted_by_id is distinct from ${original}::uuid`);
  if (elsewhere.length > 0) throw depositDeducted();
}

/** What a deposit asked for stays, while an invoice deducts it. @throws AppError `conflict` (`deposit-deducted`) */
async function checkNotDeducted(ctx: TxCtx, { row }: StoredInvoice): Promise<void> {
  if (row.kind !== 'credit_note') return;
  const deducted = await ctx.tx.query(sql`
    select 1 from invoices
    where tenant_id = ${ctx.tenantId}::uuid and id = ${row.original_invoice_id}::uuid and deducted_by_id is not null`);
  if (deducted.length > 0) throw depositDeducted();
}

/** Notes which invoice deducts a deposit, or that none does any more. A deposit is deducted once. */
async function countDeducted(ctx: TxCtx, { row, items }: StoredInvoice, sign: 1 | -1): Promise<void> {
  const ids = [...new Set(items.flatMap(({ depositInvoiceId }) => depositInvoiceId ?? []))];
  if (ids.length === 0) return;
  if (row.original_invoice_id) return countReleased(ctx, row.original_invoice_id, ids, sign);
  const changed = await ctx.tx.execute(
    sign === 1
      ? sql`update invoices set deducted_by_id = ${row.id}::uuid
            where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[]) and deducted_by_id is null
              and state = 'issued'`
      : sql`update invoices set deducted_by_id = null
            where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[]) and deducted_by_id = ${row.id}::uuid`,
  );
  if (changed < ids.length) throw depositDeducted();
}

/** @throws AppError `conflict` when deposits exceed their order, or an order is invoiced whole and a deposit is left */
async function checkDeposits(ctx: TxCtx, invoice: StoredInvoice): Promise<void> {
  const orderIds = ordersOf(invoice);
  if (invoice.row.kind === 'deposit') {
    for (const orderId of orderIds) {
      const [order] = await ctx.tx.query<{ total: bigint }>(sql`
        select total_minor as total from orders where tenant_id = ${ctx.tenantId}::uuid and id = ${orderId}::uuid`);
      const before = await depositsOf(ctx, orderId);
      if (before + BigInt(invoice.row.total_minor) > (order?.total ?? 0n)) throw depositTooLarge();
    }
    return;
  }
  if (invoice.row.kind !== 'invoice' || orderIds.length === 0) return;
  const open = await openDeposits(ctx, orderIds);
  if (open.every(({ baseMinor }) => baseMinor === 0n)) return;
  const whole = await ctx.tx.query<{ id: string }>(sql`
    select o.order_id as id from order_items o
    where o.tenant_id = ${ctx.tenantId}::uuid and o.order_id = any(${[...new Set(open.map(({ orderId }) => orderId))]}::uuid[])
    group by o.order_id having bool_and(o.invoiced_quantity - o.credited_quantity = o.quantity)`);
  if (whole.length > 0) {
    throw conflict(
      'Nothing of the order is left to invoice: deduct its deposits on this invoice.',
      'deposits-left',
    );
  }
}

/** Counts what lines take (`sign` 1) or give back (-1); the database knows the limits. @throws AppError `conflict` */
async function countLines(ctx: TxCtx, items: readonly ItemRow[], sign: 1 | -1): Promise<void> {
  try {
    await countOrderItems(ctx, items, sign);
    await countCredited(ctx, items, sign);
  } catch (error) {
    if (!isCheckViolation(error)) throw error;
    throw conflict('A line takes more than is left of its order or invoice.', 'more-than-left');
  }
}

/**
 * Counts what documents that are being issued take of orders, invoices and deposits.
 * @throws AppError `conflict` when one of them takes more than there is
 */
export async function takeQuantities(ctx: TxCtx, invoices: readonly StoredInvoice[]): Promise<void> {
  await lockBehind(ctx, invoices);
  await countLines(
    ctx,
    invoices.flatMap(({ items }) => items),
    1,
  );
  for (const invoice of invoices) {
    await checkNotDeducted(ctx, invoice);
    await countDeducted(ctx, invoice, 1);
    await checkDeposits(ctx, invoice);
  }
}

/**
 * Gives back what a voided document took.
 * @throws AppError `conflict` when it is a credit note, and what it credited has been invoiced again
 */
export async function giveQuantitiesBack(ctx: TxCtx, invoice: StoredInvoice): Promise<void> {
  await lockBehind(ctx, [invoice]);
  await countLines(ctx, invoice.items, -1);
  await countDeducted(ctx, invoice, -1);
}
