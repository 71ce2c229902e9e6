import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { invoiceInTenant } from './get';

/** Deletes a draft inside an open transaction. @throws AppError `conflict` (`cannot-delete`), `stale`, `not-found` */
export async function deleteInTx(ctx: TxCtx, invoiceId: string, expectedVersion?: number): Promise<void> {
  const { row } = await invoiceInTenant(ctx, invoiceId, true);
  if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
  if (row.state !== 'draft') {
    throw conflict('Only a draft can be deleted; an issued document is credited or voided.', 'cannot-delete');
  }
  await ctx.tx.execute(sql`
    delete from invoices where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`);
  await audit(ctx, {
    action: 'invoice.delete',
    entityType: 'invoice',
    entityId: invoiceId,
    changes: { total: { from: { amount: row.payable_minor, currency: row.currency } } },
  });
}

/** Deletes a draft. @throws AppError `conflict` (`cannot-delete`), `stale`, `not-found` */
export async function deleteInvoice(ctx: Ctx, invoiceId: string, expectedVersion?: number): Promise<void> {
  demand(ctx, 'invoices:write');
  await withTx(ctx, (ctx) => deleteInTx(ctx, invoiceId, expectedVersion));
}
