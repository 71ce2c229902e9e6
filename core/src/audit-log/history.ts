import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { isId } from '../platform/ids';
import { demand, may } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { auditColumns, toLine, type AuditRow } from './internal';
import { permissionForHistory } from './policy';
import type { AuditLine } from './schemas';

const MOST_LINES = 200;

/**
 * What happened to one record, the newest first, up to 200 lines. Whoever may read the record may read this;
 * addresses of people are for readers of the whole log only.
 * @throws AppError `forbidden`
 */
export async function historyOf(ctx: Ctx, entityType: string, entityId: string): Promise<AuditLine[]> {
  demand(ctx, permissionForHistory(entityType));
  if (!isId(entityId)) return [];
  const rows = await readOne<AuditRow>(
    ctx,
    sql`select ${auditColumns} from audit_log
        where tenant_id = ${ctx.tenantId}::uuid and entity_type = ${entityType} and entity_id = ${entityId}::uuid
        order by id desc limit ${MOST_LINES}`,
  );
  const withAddress = may(ctx.actor, 'audit:read');
  return rows.map(toLine).map((line) => (withAddress ? line : { ...line, ip: null }));
}
