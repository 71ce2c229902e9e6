import { audit, differences } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { customerColumns, dataOf, searchTextOf, type CustomerRow } from './internal';
import { CreateCustomerInput, type CustomerData } from './schemas';

const blank = CreateCustomerInput.parse({ name: '-' });

/**
 * Writes customers and their audit rows, in two statements however many they are. One whose external number
 * is taken is left out of the result.
 */
export async function insertCustomerRows(
  ctx: TxCtx,
  customers: readonly CustomerData[],
): Promise<CustomerRow[]> {
  const rows = customers.map((data) => ({ id: newId(), ...data, searchText: searchTextOf(data) }));
  const now = ctx.clock();
  const inserted = await ctx.tx.query<CustomerRow>(sql`
    insert into customers as c (id, tenant_id, kind, name, external_number, tax_id, emails, phones, billing_address,
      delivery_addresses, currency, payment_terms_days, language, tags, notes, search_text, created_at, updated_at)
    select r.id, ${ctx.tenantId}::uuid, r.kind, r.name, r."externalNumber", r."taxId", r.emails, r.phones,
           r."billingAddress", r."deliveryAddresses", r.currency, r."paymentTermsDays", r.language, r.tags, r.notes,
           r."searchText", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, kind text, name text, "externalNumber" text,
         "taxId" text, emails text[], phones text[], "billingAddress" jsonb, "deliveryAddresses" jsonb, currency text,
         "paymentTermsDays" int, language text, tags text[], notes text, "searchText" text)
    order by r."externalNumber", r.id
    on conflict (tenant_id, external_number) do nothing
    returning ${customerColumns}`);
  await audit(ctx, ...inserted.map((row) => recordOf(row)));
  return inserted;
}

const recordOf = (row: CustomerRow) => ({
  action: 'customer.create',
  entityType: 'customer',
  entityId: row.id,
  entityName: row.name,
  changes: differences<object>({ ...blank, name: null }, dataOf(row)),
});
