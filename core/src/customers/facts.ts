import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid } from '../platform/errors';
import type { Buyer } from './buyer';

/** What orders and documents take from a customer. */
export interface CustomerFacts extends Buyer {
  id: string;
  kind: 'company' | 'person';
  currency: string | null;
  paymentTermsDays: number | null;
  language: string | null;
}

type Id = string | null | undefined;

/** The customers that the company has, by id; step of a transaction that has asked already. */
export async function customersById(
  ctx: TxCtx,
  ids: readonly Id[],
): Promise<ReadonlyMap<string, CustomerFacts>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.tx.query<CustomerFacts>(sql`
    select id, kind, name, external_number as "externalNumber", tax_id as "taxId", emails, phones,
      billing_address as "billingAddress", currency, payment_terms_days as "paymentTermsDays", language
    from customers where tenant_id = ${ctx.tenantId}::uuid and id = any(${wanted}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws AppError `invalid` for a customer that the company does not have */
export async function customersOf(
  ctx: TxCtx,
  ids: readonly Id[],
): Promise<ReadonlyMap<string, CustomerFacts>> {
  const found = await customersById(ctx, ids);
  if (ids.some((id) => id && !found.has(id))) throw invalid('customerId', 'unknown-customer');
  return found;
}

/** @throws AppError `invalid` for a customer that the company does not have */
export async function customerOf(ctx: TxCtx, id: Id): Promise<CustomerFacts | null> {
  return id ? ((await customersOf(ctx, [id])).get(id) ?? null) : null;
}

/** What orders and documents are found by, of their customer. */
export const customerTexts = (customer: Pick<CustomerFacts, 'name' | 'emails'> | null): string[] =>
  customer ? [customer.name, ...customer.emails] : [];
