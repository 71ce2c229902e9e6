import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { isUniqueViolation, sql } from '../platform/db';
import { parse, stale, taken } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import {
  levelColumns,
  levelInTenant,
  levelRecord,
  lockLevel,
  textsOf,
  toLevel,
  type LevelRow,
} from './internal';
import { reminderPolicy } from './policy';
import { CreateReminderLevelInput, UpdateReminderLevelInput, type ReminderLevelDto } from './schemas';
import { standardLevels } from './standard-levels';
import type { z } from 'zod';

type LevelData = z.output<typeof CreateReminderLevelInput>;

const daysTaken = () => taken('days', 'days-taken');

/** The levels in use, in their order: by days from the due date. */
export async function listReminderLevels(ctx: Ctx): Promise<ReminderLevelDto[]> {
  demand(ctx, reminderPolicy.readSettings);
  const [rows, { currency }] = await Promise.all([
    readOne<LevelRow>(
      ctx,
      sql`select ${levelColumns} from reminder_levels
          where tenant_id = ${ctx.tenantId}::uuid and removed_at is null order by days`,
    ),
    getTenant(ctx),
  ]);
  return rows.map((row) => toLevel(row, currency));
}

async function insert(ctx: TxCtx, data: LevelData): Promise<string | null> {
  const id = newId();
  const inserted = await ctx.tx.execute(sql`
    insert into reminder_levels (id, tenant_id, name, days, gap_days, fee_minor, texts, created_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${data.name}, ${data.days}, ${data.gapDays},
      ${data.feeMinor}::bigint, ${JSON.stringify(data.texts)}::jsonb, ${ctx.clock()})
    on conflict (tenant_id, days) where removed_at is null do nothing`);
  if (inserted === 0) return null;
  const none = { name: null, days: null, gapDays: null, feeMinor: '0', texts: {} };
  await audit(ctx, levelRecord('create', { id, name: data.name }, differences<object>(none, data)));
  return id;
}

/** Adds a level. Its place among the others follows from its days. @throws AppError `conflict` (`days-taken`) */
export async function createReminderLevel(
  ctx: Ctx,
  input: CreateReminderLevelInput,
): Promise<ReminderLevelDto> {
  demand(ctx, reminderPolicy.writeSettings);
  const data = parse(CreateReminderLevelInput, input);
  return withTx(ctx, async (ctx) => {
    const id = await insert(ctx, data);
    if (!id) throw daysTaken();
    return levelInTenant(ctx, id);
  });
}

/** Adds the levels that most companies begin with, where there is none on their days yet. */
export async function createStandardReminderLevels(ctx: Ctx): Promise<ReminderLevelDto[]> {
  demand(ctx, reminderPolicy.writeSettings);
  return withTx(ctx, async (ctx) => {
    const { language } = await getTenant(ctx);
    for (const { names, days, gapDays, texts } of standardLevels) {
      await insert(ctx, { name: names[language], days, gapDays, feeMinor: '0', texts });
    }
    return listReminderLevels(ctx);
  });
}

/** Changes what is given, for letters to come. @throws AppError `stale`, `conflict` (`days-taken`), `not-found` */
export async function updateReminderLevel(
  ctx: Ctx,
  id: string,
  expectedVersion: number,
  input: UpdateReminderLevelInput,
): Promise<ReminderLevelDto> {
  demand(ctx, reminderPolicy.writeSettings);
  const patch = parse(UpdateReminderLevelInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockLevel(ctx, id);
    if (row.version !== expectedVersion) throw stale();
    const { name, days, gapDays } = row;
    const before = { name, days, gapDays, feeMinor: row.feeMinor.toString(), texts: textsOf(row.texts) };
    const after = { ...before, ...patch };
    const changes = differences<object>(before, { ...after, texts: textsOf(after.texts) });
    if (Object.keys(changes).length === 0) return levelInTenant(ctx, id);
    await ctx.tx
      .execute(
        sql`update reminder_levels set name = ${after.name}, days = ${after.days}, gap_days = ${after.gapDays},
              fee_minor = ${after.feeMinor}::bigint, texts = ${JSON.stringify(after.texts)}::jsonb,
              version = version + 1
            where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`,
      )
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? daysTaken() : error;
      });
    await audit(ctx, levelRecord('update', { id, name: after.name }, changes));
    return levelInTenant(ctx, id);
  });
}

/** Takes a level out of use; what was sent under it stays. @throws AppError `stale`, `not-found` */
export async function removeReminderLevel(ctx: Ctx, id: string, expectedVersion?: number): Promise<void> {
  demand(ctx, reminderPolicy.writeSettings);
  await withTx(ctx, async (ctx) => {
    const row = await lockLevel(ctx, id);
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    await ctx.tx.execute(sql`
      update reminder_levels set removed_at = ${ctx.clock()}, version = version + 1
      where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
    await audit(ctx, levelRecord('remove', row));
  });
}
