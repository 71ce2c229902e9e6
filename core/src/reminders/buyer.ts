import type { SnapshotAddress, SnapshotParty } from '../documents/schemas';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { languages, type Language } from '../platform/time';

interface Row {
  name: string;
  address: SnapshotAddress | null;
  number: string | null;
  taxId: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
}

const isLanguage = (text: string | null): text is Language =>
  (languages as readonly (string | null)[]).includes(text);

/** Whom a letter is for, and the language it is written in: the customer's where it is one of ours. */
export async function buyerOf(
  ctx: TxCtx,
  customerId: string,
  standard: Language,
): Promise<{ buyer: SnapshotParty; language: Language }> {
  const [row] = await ctx.tx.query<Row>(sql`
    select name, billing_address as address, external_number as number, tax_id as "taxId", emails[1] as email,
      phones[1] as phone, language
    from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid`);
  if (!row) throw notFound('customer');
  const { line1, line2, city, region, postalCode, country } = row.address ?? {};
  const address = row.address && {
    line1: line1 ?? null,
    line2: line2 ?? null,
    city: city ?? null,
    region: region ?? null,
    postalCode: postalCode ?? null,
    country: country ?? null,
  };
  return {
    language: isLanguage(row.language) ? row.language : standard,
    buyer: {
      name: row.name,
      address,
      vatId: row.taxId,
      taxNumber: null,
      registrationNumber: null,
      customerNumber: row.number,
      contactName: null,
      email: row.email,
      phone: row.phone,
      website: null,
    },
  };
}
