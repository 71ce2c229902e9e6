import { buyerOf, type Buyer } from '../customers';
import type { SnapshotParty } from '../documents/schemas';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { languages, type Language } from '../platform/time';

const isLanguage = (text: string | null): text is Language =>
  (languages as readonly (string | null)[]).includes(text);

/** Whom a letter is for, and the language it is written in: the customer's where it is one of ours. */
export async function addresseeOf(
  ctx: TxCtx,
  customerId: string,
  standard: Language,
): Promise<{ buyer: SnapshotParty; language: Language }> {
  const [row] = await ctx.tx.query<Buyer & { language: string | null }>(sql`
    select name, billing_address as "billingAddress", external_number as "externalNumber", tax_id as "taxId", emails,
      phones, language
    from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid`);
  if (!row) throw notFound('customer');
  return { buyer: buyerOf(row), language: isLanguage(row.language) ? row.language : standard };
}
