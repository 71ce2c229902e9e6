import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { searchText } from '../platform/search';
import type { Address, CustomerData, CustomerDto, CustomerKind } from './schemas';

/** A customer as the database gives it, by Prisma or by plain SQL. */
export interface CustomerRow {
  id: string;
  kind: string;
  name: string;
  externalNumber: string | null;
  taxId: string | null;
  emails: string[];
  phones: string[];
  billingAddress: unknown;
  deliveryAddresses: unknown;
  currency: string | null;
  paymentTermsDays: number | null;
  language: string | null;
  tags: string[];
  notes: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
}

/** Columns of a CustomerRow, of the table as `c`. */
export const customerColumns = sql`
  c.id, c.kind, c.name, c.external_number as "externalNumber", c.tax_id as "taxId", c.emails, c.phones,
  c.billing_address as "billingAddress", c.delivery_addresses as "deliveryAddresses", c.currency,
  c.payment_terms_days as "paymentTermsDays", c.language, c.tags, c.notes, c.version,
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.archived_at as "archivedAt"`;

// jsonb keeps no order of keys; a fixed one makes equal addresses equal as text.
const addressOf = ({ line1, line2, city, region, postalCode, country }: Address): Address => ({
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
});

/** The part of a customer that people edit. */
export const dataOf = (row: CustomerRow): CustomerData => ({
  kind: row.kind as CustomerKind,
  name: row.name,
  externalNumber: row.externalNumber,
  taxId: row.taxId,
  emails: row.emails,
  phones: row.phones,
  billingAddress: row.billingAddress ? addressOf(row.billingAddress as Address) : null,
  deliveryAddresses: (row.deliveryAddresses as Address[]).map(addressOf),
  currency: row.currency,
  paymentTermsDays: row.paymentTermsDays,
  language: row.language,
  tags: row.tags,
  notes: row.notes,
});

export const toCustomer = (row: CustomerRow): CustomerDto => ({
  id: row.id,
  version: row.version,
  ...dataOf(row),
  archived: row.archivedAt !== null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What a customer is found by. The name comes first: lists are sorted by the first line. */
export function searchTextOf(data: CustomerData): string {
  const addresses = [data.billingAddress, ...data.deliveryAddresses];
  return searchText([
    data.name,
    data.externalNumber,
    data.taxId,
    data.taxId?.replace(/[^\p{L}\p{N}]/gu, ''),
    ...data.emails,
    ...data.phones.map((phone) => phone.replace(/\D/g, '')),
    ...addresses.map((address) => address?.city),
  ]);
}

/** The customer, locked for a change. @throws AppError `not-found`, also for another company's */
export async function lockCustomer(ctx: TxCtx, id: string): Promise<CustomerRow> {
  if (!isId(id)) throw notFound('customer');
  const [row] = await ctx.tx.query<CustomerRow>(sql`
    select ${customerColumns} from customers c
    where c.tenant_id = ${ctx.tenantId}::uuid and c.id = ${id}::uuid for update`);
  if (!row) throw notFound('customer');
  return row;
}
