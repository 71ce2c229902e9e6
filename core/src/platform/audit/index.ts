import type { Ctx, TxCtx } from '../context';
import { empty, sql, type Sql } from '../db';
import { newId } from '../ids';

export type Changes = Record<string, { from?: unknown; to?: unknown }>;

export interface AuditRecord {
  /** `order.create`, `customer.archive` … */
  action: string;
  entityType: string;
  entityId: string;
  entityName?: string | undefined;
  changes?: Changes;
  /** Who did it, where one transaction does the work of several. */
  by?: Ctx;
}

// bigint amounts are written as text, as in the API.
const toJson = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));

const columnsOf = ({ actor, requestId }: Ctx, record: AuditRecord) => ({
  id: newId(),
  actorType: actor.type,
  actorId: actor.type === 'system' ? null : actor.id,
  actorName: actor.name,
  action: record.action,
  entityType: record.entityType,
  entityId: record.entityId,
  entityName: record.entityName ?? null,
  changes: toJson(record.changes ?? {}),
  ip: actor.type === 'system' ? null : (actor.ip ?? null),
  requestId,
});

/**
 * The statement that writes records, to run beside or within another one.
 * @param named a relation of `id` and `name`, where only the database knows how the entities are called
 */
export function auditInsert(ctx: TxCtx, records: readonly AuditRecord[], named?: Sql): Sql {
  const rows = records.map((record) => columnsOf(record.by ?? ctx, record));
  return sql`
    insert into audit_log (id, tenant_id, at, actor_type, actor_id, actor_name, action, entity_type, entity_id,
                           entity_name, changes, ip, request_id)
    select r.id, ${ctx.tenantId}::uuid, ${ctx.clock()}, r."actorType", r."actorId", r."actorName", r.action,
           r."entityType", r."entityId", ${named ? sql`n.name` : sql`r."entityName"`}, r.changes::jsonb, r.ip,
           r."requestId"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "actorType" text, "actorId" uuid,
         "actorName" text, action text, "entityType" text, "entityId" uuid, "entityName" text, changes text, ip text,
         "requestId" text)
    ${named ? sql`join (${named}) n on n.id = r."entityId"` : empty}`;
}

/** Writes who did what, from where, and what it changed, in the transaction of the change (rule 25). */
export async function audit(ctx: TxCtx, ...records: AuditRecord[]): Promise<void> {
  if (records.length > 0) await ctx.tx.execute(auditInsert(ctx, records));
}

/** The fields that differ between two states, for an audit record. */
export function differences<State extends object>(before: State, after: Partial<State>): Changes {
  const changes: Changes = {};
  for (const [field, to] of Object.entries(after)) {
    const from = (before as Record<string, unknown>)[field];
    if (toJson(from) !== toJson(to)) changes[field] = { from, to };
  }
  return changes;
}
