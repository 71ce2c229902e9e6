import { noteOfferViewed } from '../offers';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';

/** Notes on the invoice of a document that it was sent; the first time counts. */
export async function noteSent(ctx: TxCtx, documentId: string, at: Date): Promise<void> {
  await ctx.tx.execute(sql`
    update invoices set sent_at = ${at}
    where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid and sent_at is null`);
}

/** Notes on the invoice or offer of a document that the customer has looked at it; the first time counts. */
export async function noteViewed(ctx: TxCtx, documentId: string): Promise<void> {
  await ctx.tx.execute(sql`
    update invoices set viewed_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid and viewed_at is null`);
  await noteOfferViewed(ctx, documentId);
}
