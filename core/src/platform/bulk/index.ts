import { audit, type AuditRecord } from '../audit';
import type { TxCtx } from '../context';
import { raw, sql, type Sql } from '../db';
import { AppError, conflict, notFound } from '../errors';
import { MAX_TAGS } from '../fields';

const batchSize = 1_000;

/** The most records that one bulk action may change; beyond it the transaction would hold its locks too long. */
export const MAX_BULK = 50_000;

export type BulkAction =
  { action: 'archive' | 'restore' } | { action: 'add-tag' | 'remove-tag'; tag: string };

/** Records that have tags, a version and may be archived. */
export interface BulkTarget {
  table: 'customers' | 'products' | 'orders' | 'offers';
  /** As in the audit log: `customer`. */
  entityType: string;
}

/** What people call a record by. */
const nameColumns: Record<BulkTarget['table'], string> = {
  customers: 'name',
  products: 'name',
  orders: 'number',
  offers: 'number',
};

interface Changed {
  id: string;
  /** Drafts have no number yet. */
  name: string | null;
  tagsBefore: string[];
  tags: string[];
  archivedBefore: Date | null;
  archivedAt: Date | null;
}

interface Change {
  /** Leaves out the records that are as wanted already. */
  due: Sql;
  set: Sql;
}

function changeOf(ctx: TxCtx, action: BulkAction): Change {
  switch (action.action) {
    case 'archive':
      return { due: sql`archived_at is null`, set: sql`archived_at = ${ctx.clock()}` };
    case 'restore':
      return { due: sql`archived_at is not null`, set: sql`archived_at = null` };
    case 'add-tag':
      return {
        due: sql`not ${action.tag} = any(tags)`,
        set: sql`tags = array_append(r.tags, ${action.tag}::text)`,
      };
    case 'remove-tag':
      return {
        due: sql`${action.tag} = any(tags)`,
        set: sql`tags = array_remove(r.tags, ${action.tag}::text)`,
      };
  }
}

async function changeBatch(ctx: TxCtx, { table }: BulkTarget, ids: readonly string[], change: Change) {
  return ctx.tx.query<Changed>(sql`
    with due as (
      select id, tags, archived_at from ${raw(table)}
      where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[]) and ${change.due}
      order by id for update
    )
    update ${raw(table)} r set ${change.set}, version = r.version + 1, updated_at = ${ctx.clock()}
    from due where r.tenant_id = ${ctx.tenantId}::uuid and r.id = due.id
    returning r.id, r.${raw(nameColumns[table])} as name, due.tags as "tagsBefore", r.tags, due.archived_at as "archivedBefore",
              r.archived_at as "archivedAt"`);
}

function recordOf({ entityType }: BulkTarget, { action }: BulkAction, row: Changed): AuditRecord {
  const about = { entityType, entityId: row.id, entityName: row.name ?? undefined };
  return action === 'archive' || action === 'restore'
    ? {
        ...about,
        action: `${entityType}.${action}`,
        changes: { archivedAt: { from: row.archivedBefore, to: row.archivedAt } },
      }
    : {
        ...about,
        action: `${entityType}.${action}`,
        changes: { tags: { from: row.tagsBefore, to: row.tags } },
      };
}

/**
 * Does one thing to many records, each with its audit row, in batches of one transaction.
 * @returns how many records were changed; those that are as wanted already are left alone
 * @throws AppError `conflict` when a record has no room for one more tag
 */
export async function changeMany(
  ctx: TxCtx,
  target: BulkTarget,
  ids: readonly string[],
  action: BulkAction,
): Promise<number> {
  const change = changeOf(ctx, action);
  let count = 0;
  for (let start = 0; start < ids.length; start += batchSize) {
    const rows = await changeBatch(ctx, target, ids.slice(start, start + batchSize), change);
    const full = rows.find((row) => row.tags.length > MAX_TAGS);
    if (full) throw conflict(`${full.name ?? 'A draft'} has ${MAX_TAGS} tags already.`, 'too-many-tags');
    await audit(ctx, ...rows.map((row) => recordOf(target, action, row)));
    count += rows.length;
  }
  return count;
}

/** Checks that every id is a record of this company. @throws AppError `not-found` */
export async function demandAll(
  ctx: TxCtx,
  { table, entityType }: BulkTarget,
  ids: readonly string[],
): Promise<void> {
  const rows = await ctx.tx.query<{ id: string }>(sql`
    select id from ${raw(table)} where tenant_id = ${ctx.tenantId}::uuid and id = any(${ids}::uuid[])`);
  if (rows.length < ids.length) throw notFound(entityType);
}

/** Ids that a statement finds, up to the limit of a bulk action. @throws AppError `too-large` */
export async function idsOf(ctx: TxCtx, statement: Sql): Promise<string[]> {
  const rows = await ctx.tx.query<{ id: string }>(sql`${statement} limit ${MAX_BULK + 1}`);
  if (rows.length <= MAX_BULK) return rows.map((row) => row.id);
  throw new AppError('too-large', `Narrow the filters: at most ${MAX_BULK} records can be changed at once.`, {
    reason: 'bulk-too-large',
  });
}
