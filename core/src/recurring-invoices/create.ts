import { audit, differences } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { seriesInTenant } from './get';
import { seriesRecord } from './internal';
import { nextDateOf } from './plan';
import { recurringPolicy } from './policy';
import { demandCustomer, templateOrder } from './references';
import { CreateRecurringInvoiceInput, type RecurringInvoiceDto } from './schemas';
import { planNext } from './write';

/**
 * Begins a series. Dates that have passed already are due at once, so that a start in the past makes up for them.
 * @throws AppError `invalid` naming the field
 */
export async function createRecurringInvoice(
  ctx: Ctx,
  input: CreateRecurringInvoiceInput,
): Promise<RecurringInvoiceDto> {
  demand(ctx, recurringPolicy.write);
  const data = parse(CreateRecurringInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const order = data.templateOrderId ? await templateOrder(ctx, data.templateOrderId) : null;
    const customerId = await demandCustomer(ctx, data.customerId ?? order?.customer?.id);
    const id = newId();
    const { name, rule, period, mode, template = null, templateOrderId = null } = data;
    const createdBy = ctx.actor.type === 'user' ? ctx.actor.id : null;
    await ctx.tx.execute(sql`
      insert into recurring_invoices (id, tenant_id, name, customer_id, rule, period, mode, template,
        template_order_id, created_by, created_at, updated_at)
      values (${id}::uuid, ${ctx.tenantId}::uuid, ${name}, ${customerId}::uuid, ${JSON.stringify(rule)}::jsonb,
        ${period}, ${mode}, ${template && JSON.stringify(template)}::jsonb, ${templateOrderId}::uuid,
        ${createdBy}::uuid, ${ctx.clock()}, ${ctx.clock()})`);
    await planNext(ctx, id, nextDateOf({ rule, made: 0, lastDate: null }));
    const written = { name, customerId, rule, period, mode, template, templateOrderId };
    await audit(
      ctx,
      seriesRecord(
        'create',
        { id, name },
        differences<object>({ template: null, templateOrderId: null }, written),
      ),
    );
    return seriesInTenant(ctx, id);
  });
}
