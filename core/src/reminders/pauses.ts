import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid, notFound, parse } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { userId } from './internal';
import { reminderPolicy } from './policy';
import { PauseRemindersInput, type ReminderPauseDto } from './schemas';

const customerName = async (ctx: TxCtx, customerId: string): Promise<string | undefined> => {
  const [row] = await ctx.tx.query<{ name: string }>(sql`
    select name from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid`);
  return row?.name;
};

const record = (verb: string, id: string, name: string, changes = {}) => ({
  action: `customer.${verb}`,
  entityType: 'customer',
  entityId: id,
  entityName: name,
  changes,
});

/** Sends no reminders to a customer until a day has passed, or until they are resumed. @throws AppError `invalid` */
export async function pauseReminders(ctx: Ctx, input: PauseRemindersInput): Promise<void> {
  demand(ctx, reminderPolicy.write);
  const { customerId, until, reason } = parse(PauseRemindersInput, input);
  await withTx(ctx, async (ctx) => {
    const name = await customerName(ctx, customerId);
    if (name === undefined) throw invalid('customerId', 'unknown-customer');
    await ctx.tx.execute(sql`
      insert into reminder_pauses (tenant_id, customer_id, until, reason, created_by, created_at)
      values (${ctx.tenantId}::uuid, ${customerId}::uuid, ${until}::date, ${reason}, ${userId(ctx)}::uuid, ${ctx.clock()})
      on conflict (tenant_id, customer_id) do update set until = excluded.until, reason = excluded.reason,
        created_by = excluded.created_by, created_at = excluded.created_at`);
    await audit(
      ctx,
      record('pause-reminders', customerId, name, { until: { to: until }, reason: { to: reason } }),
    );
  });
}

/** Lets a customer be reminded again. A second time changes nothing. @throws AppError `not-found` */
export async function resumeReminders(ctx: Ctx, customerId: string): Promise<void> {
  demand(ctx, reminderPolicy.write);
  if (!isId(customerId)) throw notFound('customer');
  await withTx(ctx, async (ctx) => {
    const name = await customerName(ctx, customerId);
    if (name === undefined) throw notFound('customer');
    const ended = await ctx.tx.execute(sql`
      delete from reminder_pauses where tenant_id = ${ctx.tenantId}::uuid and customer_id = ${customerId}::uuid`);
    if (ended > 0) await audit(ctx, record('resume-reminders', customerId, name));
  });
}

const MOST = 500;

/** Customers that are not reminded at present, the latest pause first; of one customer where it is named. */
export async function listReminderPauses(ctx: Ctx, customerId?: string): Promise<ReminderPauseDto[]> {
  demand(ctx, reminderPolicy.read);
  if (customerId !== undefined && !isId(customerId)) throw notFound('customer');
  const rows = await readOne<{
    id: string;
    name: string;
    until: string | null;
    reason: string;
    createdAt: Date;
  }>(
    ctx,
    sql`select p.customer_id as id, c.name, p.until, p.reason, p.created_at as "createdAt"
        from reminder_pauses p join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
        where p.tenant_id = ${ctx.tenantId}::uuid
          and (${customerId ?? null}::uuid is null or p.customer_id = ${customerId ?? null}::uuid)
        order by p.created_at desc, p.customer_id limit ${MOST}`,
  );
  return rows.map(({ id, name, until, reason, createdAt }) => ({
    customer: { id, name },
    until,
    reason,
    createdAt: createdAt.toISOString(),
  }));
}
