import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { seriesInTenant } from './get';
import { dataOf, ended, lockSeries, seriesRecord, type SeriesData } from './internal';
import { nextDateOf } from './plan';
import { recurringPolicy } from './policy';
import { demandCustomer, templateOrder } from './references';
import { UpdateRecurringInvoiceInput, type RecurringInvoiceDto } from './schemas';
import { planNext } from './write';

async function write(ctx: TxCtx, id: string, data: SeriesData): Promise<void> {
  await ctx.tx.execute(sql`
    update recurring_invoices set name = ${data.name}, customer_id = ${data.customerId}::uuid,
      rule = ${JSON.stringify(data.rule)}::jsonb, period = ${data.period}, mode = ${data.mode},
      template = ${data.template && JSON.stringify(data.template)}::jsonb,
      template_order_id = ${data.templateOrderId}::uuid, version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/**
 * Changes what is given, for the dates to come: invoices that were made stay as they are. After a new rule the series
 * goes on after its last date, so that no day is invoiced twice. What had failed is tried again.
 * @throws AppError `stale`, `invalid`, `conflict` (`recurring-ended`), `not-found`
 */
export async function updateRecurringInvoice(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateRecurringInvoiceInput,
): Promise<RecurringInvoiceDto> {
  demand(ctx, recurringPolicy.write);
  const patch = parse(UpdateRecurringInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockSeries(ctx, id);
    if (row.version !== expectedVersion) throw stale();
    if (row.endedAt) throw ended();
    const before = dataOf(row);
    const after: SeriesData = {
      ...before,
      ...patch,
      ...(patch.template && { templateOrderId: null }),
      ...(patch.templateOrderId && { template: null }),
    };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return seriesInTenant(ctx, id);
    if (changes['templateOrderId'] && after.templateOrderId) await templateOrder(ctx, after.templateOrderId);
    if (changes['customerId']) await demandCustomer(ctx, after.customerId);
    await write(ctx, id, after);
    const nextDate = changes['rule'] ? nextDateOf({ ...row, rule: after.rule }) : row.nextDate;
    await planNext(ctx, id, nextDate);
    await audit(ctx, seriesRecord('update', { id, name: after.name }, changes));
    return seriesInTenant(ctx, id);
  });
}
