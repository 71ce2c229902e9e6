import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { addDays, localDate, zonedToUtc } from '../platform/time';
import { readOne, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { reminderPolicy } from './policy';
import { UpdateReminderSettingsInput, type ReminderSettingsDto } from './schemas';
import type { ReminderMode } from './states';

/** What holds in a company that has chosen nothing: it is not looked for late invoices. */
const initial = { mode: 'off' as ReminderMode, hour: 9 };

export interface SettingsRow {
  mode: ReminderMode;
  hour: number;
  lastRunDay: string | null;
  nextRunAt: Date | null;
  proposed: number;
  version: number;
}

const columns = sql`mode, hour, last_run_day as "lastRunDay", next_run_at as "nextRunAt", proposed, version`;

const toSettings = (row: SettingsRow): ReminderSettingsDto => ({
  ...row,
  nextRunAt: row.nextRunAt?.toISOString() ?? null,
});

const untouched: SettingsRow = { ...initial, lastRunDay: null, nextRunAt: null, proposed: 0, version: 1 };

/** When and how the company is looked through for late invoices. */
export async function getReminderSettings(ctx: Ctx): Promise<ReminderSettingsDto> {
  demand(ctx, reminderPolicy.readSettings);
  const [row] = await readOne<SettingsRow>(
    ctx,
    sql`select ${columns} from reminder_settings where tenant_id = ${ctx.tenantId}::uuid`,
  );
  return toSettings(row ?? untouched);
}

/** The company's row, locked; made where there is none. */
export async function lockSettings(ctx: TxCtx): Promise<SettingsRow> {
  await ctx.tx.execute(sql`
    insert into reminder_settings (tenant_id, mode, hour, updated_at)
    values (${ctx.tenantId}::uuid, ${initial.mode}, ${initial.hour}, ${ctx.clock()}) on conflict do nothing`);
  const [row] = await ctx.tx.query<SettingsRow>(sql`
    select ${columns} from reminder_settings where tenant_id = ${ctx.tenantId}::uuid for update`);
  return row ?? untouched;
}

/** The instant of the next run: the chosen hour of today or, where today's run is done, of tomorrow. */
export function nextRunAt(
  { mode, hour, lastRunDay }: Pick<SettingsRow, 'mode' | 'hour' | 'lastRunDay'>,
  now: Date,
  timeZone: string,
): Date | null {
  if (mode === 'off') return null;
  const today = localDate(now, timeZone);
  const day = lastRunDay !== null && lastRunDay >= today ? addDays(lastRunDay, 1) : today;
  return zonedToUtc(`${day} ${String(hour).padStart(2, '0')}:00`, timeZone);
}

/** @throws AppError `stale` */
export async function updateReminderSettings(
  ctx: Ctx,
  expectedVersion: number,
  input: UpdateReminderSettingsInput,
): Promise<ReminderSettingsDto> {
  demand(ctx, reminderPolicy.writeSettings);
  const patch = parse(UpdateReminderSettingsInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockSettings(ctx);
    if (row.version !== expectedVersion) throw stale();
    const before = { mode: row.mode, hour: row.hour };
    const after = { ...before, ...patch };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return toSettings(row);
    const { timeZone } = await getTenant(ctx);
    const at = nextRunAt({ ...row, ...after }, ctx.clock(), timeZone);
    const [updated] = await ctx.tx.query<SettingsRow>(sql`
      update reminder_settings set mode = ${after.mode}, hour = ${after.hour}, next_run_at = ${at}::timestamptz,
        version = version + 1, updated_at = ${ctx.clock()}
      where tenant_id = ${ctx.tenantId}::uuid returning ${columns}`);
    await audit(ctx, {
      action: 'reminder-settings.update',
      entityType: 'reminder-settings',
      entityId: ctx.tenantId,
      changes,
    });
    return toSettings(updated ?? row);
  });
}

/** Puts the hour of the next run right after the company has moved to another time zone. */
export async function replanReminders(ctx: Ctx): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const row = await lockSettings(ctx);
    const { timeZone } = await getTenant(ctx);
    await ctx.tx.execute(sql`
      update reminder_settings set next_run_at = ${nextRunAt(row, ctx.clock(), timeZone)}::timestamptz
      where tenant_id = ${ctx.tenantId}::uuid`);
  });
}
