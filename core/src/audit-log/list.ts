import type { z } from 'zod';
import type { Ctx } from '../platform/context';
import { join, sql, type Sql } from '../platform/db';
import { parse } from '../platform/errors';
import { decodeCursor, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { AUDIT_SORT, auditColumns, toLine, type AuditRow } from './internal';
import { ListAuditInput, type AuditLine } from './schemas';

function conditions(ctx: Ctx, input: z.output<typeof ListAuditInput>): Sql {
  const { cursor, entityType, entityId, actorId, action, from, to } = input;
  const before = cursor && decodeCursor(cursor, AUDIT_SORT).id;
  const all: (Sql | false | undefined | '')[] = [
    sql`tenant_id = ${ctx.tenantId}::uuid`,
    before && sql`id < ${before}::uuid`,
    entityType !== undefined && sql`entity_type = ${entityType}`,
    entityId !== undefined && sql`entity_id = ${entityId}::uuid`,
    actorId !== undefined && sql`actor_id = ${actorId}::uuid`,
    action !== undefined && sql`action = ${action}`,
    from && sql`at >= ${from}`,
    to && sql`at < ${to}`,
  ];
  return join(
    all.filter((part): part is Sql => Boolean(part)),
    ' and ',
  );
}

/**
 * The company's log, the newest first (rule 25).
 * @throws AppError `forbidden`, `invalid`
 */
export async function listAudit(ctx: Ctx, input: ListAuditInput): Promise<Page<AuditLine>> {
  demand(ctx, 'audit:read');
  const filters = parse(ListAuditInput, input);
  const rows = await readOne<AuditRow>(
    ctx,
    sql`select ${auditColumns} from audit_log where ${conditions(ctx, filters)}
        order by id desc limit ${filters.limit + 1}`,
  );
  return toPage(rows.map(toLine), filters.limit, AUDIT_SORT, () => null);
}
