import { bankAccounts } from '../company';
import { customersOf } from '../customers';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { loadBasis } from './basis';
import { hasPartOfTaxes } from './credit-taxes';
import type { StoredInvoice } from './get';
import type { Freezing, Precedent } from './snapshot';

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

async function reasonsOf(ctx: TxCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await ctx.tx.query<{ id: string; reason: string | null }>(sql`
    select id, exemption_reason as reason from tax_categories
    where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}

async function orderNumbersOf(ctx: TxCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.query<{ id: string; number: string }>(sql`
    select id, number from orders where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Credited originals and deducted deposits; of deposits, what was credited of them is off. */
async function precedentsOf(ctx: TxCtx, ids: readonly string[]): Promise<ReadonlyMap<string, Precedent>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.query<Precedent>(sql`
    select i.id, i.number, i.issue_date::text as "issueDate",
      i.net_minor - coalesce(sum(c.net_minor), 0)::bigint as "netMinor",
      i.tax_minor - coalesce(sum(c.tax_minor), 0)::bigint as "taxMinor",
      i.total_minor - coalesce(sum(c.total_minor), 0)::bigint as "totalMinor"
    from invoices i
    left join invoices c on c.tenant_id = i.tenant_id and c.original_invoice_id = i.id and c.state = 'issued'
    where i.tenant_id = ${ctx.tenantId}::uuid and i.id = any(${ids}::uuid[])
    group by i.id order by i.issue_date, i.number`);
  return new Map(rows.map((row) => [row.id, row]));
}

const precedentIds = ({ row, items }: StoredInvoice): string[] =>
  distinct([row.original_invoice_id, ...items.map(({ depositInvoiceId }) => depositInvoiceId)]);

/** Reads what documents are frozen from, for many at once. */
export async function loadFreezing(ctx: TxCtx, invoices: readonly StoredInvoice[]): Promise<Freezing[]> {
  const items = invoices.flatMap((invoice) => invoice.items);
  const [basis, customers, accounts, reasons, orderNumbers, precedents, creditsItsPart] = await Promise.all([
    loadBasis(ctx),
    customersOf(
      ctx,
      invoices.map(({ row }) => row.customer_id),
    ),
    bankAccounts(ctx),
    reasonsOf(
      ctx,
      distinct(
        invoices.flatMap(({ row, items }) =>
          [...items, ...row.adjustments].map(({ taxCategoryId }) => taxCategoryId),
        ),
      ),
    ),
    orderNumbersOf(ctx, distinct(items.map(({ orderId }) => orderId))),
    precedentsOf(ctx, invoices.flatMap(precedentIds)),
    Promise.all(invoices.map((invoice) => hasPartOfTaxes(ctx, invoice))),
  ]);
  return invoices.map((stored, index) => ({
    stored,
    basis,
    customer: customers.get(stored.row.customer_id ?? '') ?? null,
    accounts,
    reasons,
    orderNumbers,
    precedents: precedentIds(stored).flatMap((id) => precedents.get(id) ?? []),
    creditsItsPart: creditsItsPart[index] ?? true,
    issueDate: stored.row.issue_date ?? basis.today,
  }));
}
