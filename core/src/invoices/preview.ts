import { getDocument, isTrade, type TradeSnapshot } from '../documents';
import { numberParts, numberText, patternOf } from '../number-series';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadFreezing } from './freezing';
import { invoiceInTenant } from './get';
import { seriesOf } from './issuing';
import { snapshotOf } from './snapshot';

export interface InvoicePreview {
  /** Its number; of a draft the one that it would get if it were issued now. */
  number: string;
  snapshot: TradeSnapshot;
}

/** What a document says: as it was frozen, or as a draft would be if it were issued now. @throws AppError `not-found` */
export async function previewInvoice(ctx: Ctx, invoiceId: string): Promise<InvoicePreview> {
  demand(ctx, 'invoices:read');
  return withTx(ctx, async (ctx) => {
    const stored = await invoiceInTenant(ctx, invoiceId);
    const { row } = stored;
    if (row.document_id && row.number) {
      const { snapshot } = await getDocument(ctx, row.document_id);
      if (!isTrade(snapshot)) throw notFound('invoice');
      return { number: row.number, snapshot };
    }
    const [freezing] = await loadFreezing(ctx, [stored]);
    if (!freezing) throw notFound('invoice');
    const series = seriesOf(row.kind);
    const parts = numberParts(await patternOf(ctx, series), freezing.issueDate);
    const [counter] = await ctx.tx.query<{ next: bigint }>(sql`
      select last_used + 1 as next from number_counters
      where tenant_id = ${ctx.tenantId}::uuid and kind = ${series} and period = ${parts.period}`);
    return { number: numberText(parts, counter?.next ?? 1n), snapshot: snapshotOf(freezing) };
  });
}
