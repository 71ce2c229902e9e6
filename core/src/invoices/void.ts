import { appendEntries, lockLedger } from '../ledger';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { describeById, invoiceInTenant, type StoredInvoice } from './get';
import { giveQuantitiesBack } from './quantities.sql';
import { VoidInvoiceInput, type InvoiceDto } from './schemas';
import { canMove } from './states';

async function checkVoid(ctx: TxCtx, { row }: StoredInvoice): Promise<void> {
  if (!canMove(row.state, 'void')) throw conflict('Only an issued document can be voided.', 'cannot-void');
  if (row.settled_minor !== '0') {
    throw conflict('Payments are allocated to this document. Take them back first.', 'invoice-has-payments');
  }
  if (row.deducted_by_id) {
    throw conflict('A deposit on this invoice has been deducted elsewhere or voided.', 'deposit-deducted');
  }
  const credits = await ctx.tx.query(sql`
    select 1 from invoices
    where tenant_id = ${ctx.tenantId}::uuid and original_invoice_id = ${row.id}::uuid and state = 'issued' limit 1`);
  if (credits.length > 0)
    throw conflict('There is a credit note for this document already.', 'invoice-has-credits');
}

interface Issued {
  series: string;
  period: string;
  count: bigint;
  contentHash: string;
}

/** The chain records that the document holds no more; number and paper stay (rules.md 4). */
async function chainVoid(ctx: TxCtx, { row }: StoredInvoice): Promise<void> {
  const [issued] = await ctx.tx.query<Issued>(sql`
    select series, period, count, content_hash as "contentHash" from ledger_entries
    where tenant_id = ${ctx.tenantId}::uuid and invoice_id = ${row.id}::uuid and event = 'issue'`);
  if (!issued) throw new Error('an issued invoice stands in no ledger');
  const head = await lockLedger(ctx);
  const statements = appendEntries(ctx, head, [
    {
      event: 'void',
      invoiceId: row.id,
      number: row.number ?? '',
      issueDate: row.issue_date ?? '',
      ...issued,
    },
  ]);
  await Promise.all(statements.map((statement) => ctx.tx.execute(statement)));
}

/**
 * Voids an issued document that nobody has paid and nothing has credited: number and paper stay, it owes nothing any
 * more, and what it took of orders is free again.
 * @throws AppError `conflict` (`cannot-void`, `invoice-has-payments`, `invoice-has-credits`), `stale`, `not-found`
 */
export async function voidInvoice(
  ctx: Ctx,
  invoiceId: string,
  input: VoidInvoiceInput,
  expectedVersion?: number,
): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const { reason } = parse(VoidInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const stored = await invoiceInTenant(ctx, invoiceId, true);
    if (expectedVersion !== undefined && stored.row.version !== expectedVersion) throw stale();
    await checkVoid(ctx, stored);
    await giveQuantitiesBack(ctx, stored);
    await ctx.tx.execute(sql`
      update invoices set state = 'voided', voided_at = ${ctx.clock()}, void_reason = ${reason}, version = version + 1,
        updated_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`);
    await audit(ctx, {
      action: 'invoice.void',
      entityType: 'invoice',
      entityId: invoiceId,
      entityName: stored.row.number ?? undefined,
      changes: { state: { from: 'issued', to: 'voided' }, reason: { to: reason } },
    });
    await chainVoid(ctx, stored);
    return describeById(ctx, invoiceId);
  });
}
