import type { Ctx, TxCtx } from '../platform/context';
import { raw, sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { detailColumns, itemColumns, type DetailRow, type ItemRow } from './columns';
import { toInvoice } from './rows';
import type { AllocationDto, InvoiceDto, RelatedInvoice } from './schemas';

/** The row of an invoice and its lines, as they are stored. */
export interface StoredInvoice {
  row: DetailRow;
  items: ItemRow[];
}

/** @throws AppError `not-found` */
export async function invoiceInTenant(ctx: TxCtx, invoiceId: string, lock = false): Promise<StoredInvoice> {
  if (!isId(invoiceId)) throw notFound('invoice');
  const [[row], items] = await Promise.all([
    ctx.tx.query<DetailRow>(sql`
      select ${detailColumns}, c.name as customer_name
      from invoices i left join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
      where i.tenant_id = ${ctx.tenantId}::uuid and i.id = ${invoiceId}::uuid ${raw(lock ? 'for update of i' : '')}`),
    ctx.tx.query<ItemRow>(sql`
      select ${itemColumns} from invoice_items
      where tenant_id = ${ctx.tenantId}::uuid and invoice_id = ${invoiceId}::uuid order by position`),
  ]);
  if (!row) throw notFound('invoice');
  return { row, items };
}

type RelatedRow = Omit<RelatedInvoice, 'total'> & {
  relation: 'original' | 'credit' | 'deposit' | 'deductor';
  totalMinor: string;
  currency: string;
};

const relatedOf = (ctx: TxCtx, { row }: StoredInvoice) =>
  ctx.tx.query<RelatedRow>(sql`
    select r.relation, i.id, i.kind, i.state, i.number, i.issue_date::text as "issueDate",
      i.total_minor::text as "totalMinor", i.currency
    from (
      select 'original' as relation, ${row.original_invoice_id}::uuid as id where ${row.original_invoice_id}::uuid is not null
      union all select 'deductor', ${row.deducted_by_id}::uuid where ${row.deducted_by_id}::uuid is not null
      union all select 'credit', c.id from invoices c
        where c.tenant_id = ${ctx.tenantId}::uuid and c.original_invoice_id = ${row.id}::uuid
      union all select distinct 'deposit', d.deposit_invoice_id from invoice_items d
        where d.tenant_id = ${ctx.tenantId}::uuid and d.invoice_id = ${row.id}::uuid and d.deposit_invoice_id is not null
    ) r
    -- One look-up for each: a join would be planned as a scan of all invoices while a company is new.
    cross join lateral (
      select * from invoices where tenant_id = ${ctx.tenantId}::uuid and id = r.id limit 1) i
    order by i.created_at, i.id`);

interface AllocationRow extends Omit<AllocationDto, 'amount' | 'exchangeDifference' | 'document'> {
  amountMinor: string;
  differenceMinor: string;
  otherId: string | null;
  otherNumber: string | null;
}

const allocationsOf = (ctx: TxCtx, { row }: StoredInvoice) =>
  ctx.tx.query<AllocationRow>(sql`
    select a.id, a.source, a.payment_id as "paymentId", a.credit_note_id as "creditNoteId",
      a.amount_minor::text as "amountMinor", a.exchange_difference_minor::text as "differenceMinor", a.reason,
      a.day::text, o.id as "otherId", o.number as "otherNumber",
      sum(a.amount_minor) over (partition by a.invoice_id, a.source, a.payment_id, a.credit_note_id) = 0 as "takenBack"
    from allocations a
    left join lateral (
      select id, number from invoices
      where tenant_id = a.tenant_id and a.source = 'credit_note'
        and id = case when a.invoice_id = ${row.id}::uuid then a.credit_note_id else a.invoice_id end
      limit 1) o on true
    where a.tenant_id = ${ctx.tenantId}::uuid
      and (a.invoice_id = ${row.id}::uuid or (${row.kind} = 'credit_note' and a.credit_note_id = ${row.id}::uuid))
    order by a.created_at, a.id`);

const toAllocation = (
  allocation: AllocationRow,
  currency: string,
  companyCurrency: string,
): AllocationDto => {
  const { amountMinor, differenceMinor, otherId, otherNumber, ...rest } = allocation;
  return {
    ...rest,
    document: otherId ? { id: otherId, number: otherNumber ?? '' } : null,
    amount: { amount: amountMinor, currency },
    exchangeDifference: { amount: differenceMinor, currency: companyCurrency },
  };
};

const ordersOf = (ctx: TxCtx, { items }: StoredInvoice) => {
  const ids = [...new Set(items.flatMap(({ orderId }) => (orderId ? [orderId] : [])))];
  if (ids.length === 0) return [];
  return ctx.tx.query<{ id: string; number: string }>(sql`
    select id, number from orders where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])
    order by number`);
};

/** All that people see of an invoice. */
export async function describe(ctx: TxCtx, stored: StoredInvoice): Promise<InvoiceDto> {
  const { row, items } = stored;
  const [tenant, related, allocations, orders] = await Promise.all([
    getTenant(ctx),
    relatedOf(ctx, stored),
    allocationsOf(ctx, stored),
    ordersOf(ctx, stored),
  ]);
  const those = (relation: RelatedRow['relation']): RelatedInvoice[] =>
    related
      .filter((each) => each.relation === relation)
      .map(({ relation: _, totalMinor, currency, ...rest }) => ({
        ...rest,
        total: { amount: totalMinor, currency },
      }));
  return toInvoice(
    row,
    items,
    {
      orders,
      original: those('original')[0] ?? null,
      creditNotes: those('credit'),
      deposits: those('deposit'),
      deductedBy: those('deductor')[0] ?? null,
      allocations: allocations.map((each) => toAllocation(each, row.currency, tenant.currency)),
    },
    localDate(ctx.clock(), tenant.timeZone),
  );
}

export const describeById = async (ctx: TxCtx, invoiceId: string): Promise<InvoiceDto> =>
  describe(ctx, await invoiceInTenant(ctx, invoiceId));

/** One invoice, deposit invoice or credit note with its lines. @throws AppError `not-found` */
export async function getInvoice(ctx: Ctx, invoiceId: string): Promise<InvoiceDto> {
  demand(ctx, 'invoices:read');
  return withTx(ctx, (ctx) => describeById(ctx, invoiceId));
}
