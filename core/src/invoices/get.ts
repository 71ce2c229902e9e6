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

const detailed = sql`
  select ${detailColumns}, c.name as customer_name
  from invoices i left join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id`;

/** @throws AppError `not-found` */
export async function invoiceInTenant(ctx: TxCtx, invoiceId: string, lock = false): Promise<StoredInvoice> {
  if (!isId(invoiceId)) throw notFound('invoice');
  const [[row], items] = await Promise.all([
    ctx.tx.query<DetailRow>(sql`
      ${detailed}
      where i.tenant_id = ${ctx.tenantId}::uuid and i.id = ${invoiceId}::uuid ${raw(lock ? 'for update of i' : '')}`),
    ctx.tx.query<ItemRow>(sql`
      select ${itemColumns} from invoice_items
      where tenant_id = ${ctx.tenantId}::uuid and invoice_id = ${invoiceId}::uuid order by position`),
  ]);
  if (!row) throw notFound('invoice');
  return { row, items };
}

/** Invoices by their ids. @throws AppError `not-found` when asked for one that is not there */
type ById<Invoice> = (invoiceId: string) => Invoice;

const byId =
  <Invoice>(invoices: ReadonlyMap<string, Invoice>): ById<Invoice> =>
  (invoiceId) => {
    const found = invoices.get(invoiceId);
    if (!found) throw notFound('invoice');
    return found;
  };

/** Many at once; locked in one order for all. */
export async function invoicesInTenant(
  ctx: TxCtx,
  invoiceIds: readonly string[],
  lock = false,
): Promise<ById<StoredInvoice>> {
  const ids = invoiceIds.filter(isId);
  const [rows, items] = await Promise.all([
    ctx.tx.query<DetailRow>(sql`
      ${detailed}
      where i.tenant_id = ${ctx.tenantId}::uuid and i.id = any(${ids}::uuid[])
      order by i.id ${raw(lock ? 'for update of i' : '')}`),
    // One look-up for each, which "offset 0" keeps: all lines would be read while a company is new to the planner.
    ctx.tx.query<ItemRow & { invoiceId: string }>(sql`
      select asked.id as "invoiceId", l.* from unnest(${ids}::uuid[]) as asked(id)
      cross join lateral (
        select ${itemColumns} from invoice_items
        where tenant_id = ${ctx.tenantId}::uuid and invoice_id = asked.id offset 0) l
      order by l.position`),
  ]);
  const stored = new Map<string, StoredInvoice>(rows.map((row) => [row.id, { row, items: [] }]));
  for (const { invoiceId, ...item } of items) stored.get(invoiceId)?.items.push(item);
  return byId(stored);
}

type RelatedRow = Omit<RelatedInvoice, 'total'> & {
  /** The document to which it is related. */
  to: string;
  relation: 'original' | 'credit' | 'deposit' | 'deductor';
  totalMinor: string;
  currency: string;
};

const relatedTo = ({ tx, tenantId }: TxCtx, ids: readonly string[]) =>
  tx.query<RelatedRow>(sql`
    with asked as (
      select id, original_invoice_id, deducted_by_id from invoices
      where tenant_id = ${tenantId}::uuid and id = any(${ids}::uuid[]))
    select r."to", r.relation, i.id, i.kind, i.state, i.number, i.issue_date::text as "issueDate",
      i.total_minor::text as "totalMinor", i.currency
    from (
      select id as "to", 'original' as relation, original_invoice_id as id from asked where original_invoice_id is not null
      union all select id, 'deductor', deducted_by_id from asked where deducted_by_id is not null
      union all select original_invoice_id, 'credit', id from invoices
        where tenant_id = ${tenantId}::uuid and original_invoice_id = any(${ids}::uuid[])
      union all select distinct invoice_id, 'deposit', deposit_invoice_id from invoice_items
        where tenant_id = ${tenantId}::uuid and invoice_id = any(${ids}::uuid[]) and deposit_invoice_id is not null
    ) r
    -- One look-up for each: a join would be planned as a scan of all invoices while a company is new.
    cross join lateral (
      select * from invoices where tenant_id = ${tenantId}::uuid and id = r.id limit 1) i
    order by i.created_at, i.id`);

interface AllocationRow extends Omit<AllocationDto, 'amount' | 'exchangeDifference' | 'document'> {
  invoiceId: string;
  amountMinor: string;
  differenceMinor: string;
  invoiceNumber: string | null;
  creditNoteNumber: string | null;
}

/** What has settled documents, and what credit notes have settled. */
const allocationsOf = ({ tx, tenantId }: TxCtx, ids: readonly string[]) =>
  tx.query<AllocationRow>(sql`
    select a.id, a.source, a.invoice_id as "invoiceId", a.payment_id as "paymentId",
      a.credit_note_id as "creditNoteId", a.amount_minor::text as "amountMinor",
      a.exchange_difference_minor::text as "differenceMinor", a.reason, a.day::text,
      (select number from invoices where tenant_id = a.tenant_id and id = a.invoice_id) as "invoiceNumber",
      (select number from invoices where tenant_id = a.tenant_id and id = a.credit_note_id) as "creditNoteNumber",
      sum(a.amount_minor) over (partition by a.invoice_id, a.source, a.payment_id, a.credit_note_id) = 0 as "takenBack"
    from allocations a
    where a.tenant_id = ${tenantId}::uuid
      and (a.invoice_id = any(${ids}::uuid[]) or a.credit_note_id = any(${ids}::uuid[]))
    order by a.created_at, a.id`);

/** An allocation as one of its two documents shows it: with the other one, where it is one. */
const toAllocation = (
  allocation: AllocationRow,
  shownIn: DetailRow,
  companyCurrency: string,
): AllocationDto => {
  const { invoiceId, amountMinor, differenceMinor, invoiceNumber, creditNoteNumber, ...rest } = allocation;
  const other =
    invoiceId === shownIn.id
      ? { id: allocation.creditNoteId, number: creditNoteNumber }
      : { id: invoiceId, number: invoiceNumber };
  return {
    ...rest,
    document: other.id ? { id: other.id, number: other.number ?? '' } : null,
    amount: { amount: amountMinor, currency: shownIn.currency },
    exchangeDifference: { amount: differenceMinor, currency: companyCurrency },
  };
};

async function ordersOf(ctx: TxCtx, invoices: readonly StoredInvoice[]): Promise<InvoiceDto['orders']> {
  const ids = [...new Set(invoices.flatMap(({ items }) => items.flatMap(({ orderId }) => orderId ?? [])))];
  if (ids.length === 0) return [];
  return ctx.tx.query<InvoiceDto['orders'][number]>(sql`
    select id, number from orders where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])
    order by number`);
}

/** All that people see of invoices. */
async function describeAll(ctx: TxCtx, invoices: readonly StoredInvoice[]): Promise<InvoiceDto[]> {
  const ids = invoices.map(({ row }) => row.id);
  ctx.tx.planOnce();
  const [tenant, related, allocations, orders] = await Promise.all([
    getTenant(ctx),
    relatedTo(ctx, ids),
    allocationsOf(ctx, ids),
    ordersOf(ctx, invoices),
  ]);
  const today = localDate(ctx.clock(), tenant.timeZone);
  return invoices.map(({ row, items }) => {
    const those = (wanted: RelatedRow['relation']): RelatedInvoice[] =>
      related
        .filter(({ to, relation }) => to === row.id && relation === wanted)
        .map(({ to: _to, relation: _relation, totalMinor, currency, ...rest }) => ({
          ...rest,
          total: { amount: totalMinor, currency },
        }));
    const around = {
      orders: orders.filter(({ id }) => items.some(({ orderId }) => orderId === id)),
      original: those('original')[0] ?? null,
      creditNotes: those('credit'),
      deposits: those('deposit'),
      deductedBy: those('deductor')[0] ?? null,
      allocations: allocations
        .filter(({ invoiceId, creditNoteId }) => invoiceId === row.id || creditNoteId === row.id)
        .map((each) => toAllocation(each, row, tenant.currency)),
    };
    return toInvoice(row, items, around, today);
  });
}

/** All that people see of an invoice. */
export async function describe(ctx: TxCtx, stored: StoredInvoice): Promise<InvoiceDto> {
  const [described] = await describeAll(ctx, [stored]);
  if (!described) throw notFound('invoice');
  return described;
}

/** The same of many. @throws AppError `not-found` for the first that is not there */
export async function describeByIds(ctx: TxCtx, invoiceIds: readonly string[]): Promise<ById<InvoiceDto>> {
  const stored = await invoicesInTenant(ctx, invoiceIds);
  const described = await describeAll(ctx, invoiceIds.map(stored));
  return byId(new Map(described.map((invoice) => [invoice.id, invoice])));
}

export const describeById = async (ctx: TxCtx, invoiceId: string): Promise<InvoiceDto> =>
  describe(ctx, await invoiceInTenant(ctx, invoiceId));

/** One invoice, deposit invoice or credit note with its lines. @throws AppError `not-found` */
export async function getInvoice(ctx: Ctx, invoiceId: string): Promise<InvoiceDto> {
  demand(ctx, 'invoices:read');
  return withTx(ctx, (ctx) => describeById(ctx, invoiceId));
}
