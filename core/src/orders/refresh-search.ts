import { customerOf, customerTexts } from '../customers';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { orderSearchText } from './write.sql';

const BATCH = 200;

interface Row {
  id: string;
  number: string;
  external_number: string | null;
  items: { sku: string | null; title: string }[] | null;
}

/**
 * Writes the search text of a customer's orders again, after its name or e-mails have changed. In small steps,
 * each a transaction; a repeat does the same again.
 */
export async function refreshOrderSearch(ctx: Ctx, customerId: string, signal?: AbortSignal): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    signal?.throwIfAborted();
    const rows = await withTx(ctx, async (ctx) => {
      const customer = await customerOf(ctx, customerId);
      const found = await ctx.tx.query<Row>(sql`
        select o.id, o.number, o.external_number, (
          select jsonb_agg(jsonb_build_object('sku', i.sku, 'title', i.title)) from order_items i
          where i.tenant_id = o.tenant_id and i.order_id = o.id) as items
        from orders o
        where o.tenant_id = ${ctx.tenantId}::uuid and o.customer_id = ${customerId}::uuid and o.id > ${after}::uuid
        order by o.id limit ${BATCH} for no key update of o`);
      const texts = found.map((row) => ({
        id: row.id,
        text: orderSearchText(row.number, row.external_number, customerTexts(customer), row.items ?? []),
      }));
      await ctx.tx.execute(sql`
        update orders o set search_text = t.text
        from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as t(id uuid, text text)
        where o.tenant_id = ${ctx.tenantId}::uuid and o.id = t.id`);
      return found;
    });
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}
