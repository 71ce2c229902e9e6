import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';

/** Notes that the customer has looked at an offer; the first time counts. For `sharing`. */
export async function noteOfferViewed(ctx: TxCtx, documentId: string): Promise<void> {
  await ctx.tx.execute(sql`
    update offers set viewed_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid and viewed_at is null`);
}
