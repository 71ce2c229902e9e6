import type { AuditRecord } from '../platform/audit';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { languages, type Language } from '../platform/time';
import { getTenant } from '../tenants';
import { ReminderTexts, type ReminderLevelDto } from './schemas';

export interface LevelRow {
  id: string;
  name: string;
  days: number;
  gapDays: number;
  feeMinor: bigint;
  texts: unknown;
  version: number;
  createdAt: Date;
}

/** The columns of a `LevelRow`, from `reminder_levels`. */
export const levelColumns = sql`
  id, name, days, gap_days as "gapDays", fee_minor as "feeMinor", texts, version, created_at as "createdAt"`;

/** Texts by language, in one order: jsonb keeps none. */
export const textsOf = (stored: unknown): Partial<Record<Language, ReminderTexts>> => {
  const given = stored as Partial<Record<Language, unknown>>;
  return Object.fromEntries(
    languages.flatMap((language) =>
      given[language] === undefined ? [] : [[language, ReminderTexts.parse(given[language])]],
    ),
  );
};

export const toLevel = (row: LevelRow, currency: string): ReminderLevelDto => ({
  id: row.id,
  name: row.name,
  days: row.days,
  gapDays: row.gapDays,
  fee: { amount: row.feeMinor.toString(), currency },
  texts: textsOf(row.texts),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

/** The level in use, locked for a change. @throws AppError `not-found` */
export async function lockLevel(ctx: TxCtx, id: string): Promise<LevelRow> {
  if (!isId(id)) throw notFound('reminder level');
  const [row] = await ctx.tx.query<LevelRow>(sql`
    select ${levelColumns} from reminder_levels
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid and removed_at is null for update`);
  if (!row) throw notFound('reminder level');
  return row;
}

/** A level as it is read after a change. */
export const levelInTenant = async (ctx: TxCtx, id: string): Promise<ReminderLevelDto> => {
  const [row, { currency }] = await Promise.all([lockLevel(ctx, id), getTenant(ctx)]);
  return toLevel(row, currency);
};

export const levelRecord = (
  verb: string,
  level: { id: string; name: string },
  changes: AuditRecord['changes'] = {},
): AuditRecord => ({
  action: `reminder-level.${verb}`,
  entityType: 'reminder-level',
  entityId: level.id,
  entityName: level.name,
  changes,
});

export const userId = (ctx: TxCtx): string | null => (ctx.actor.type === 'user' ? ctx.actor.id : null);
