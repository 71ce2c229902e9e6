import { raw } from '../platform/db';
import type { AuditLine } from './schemas';

export interface AuditRow extends Omit<AuditLine, 'at' | 'actor'> {
  at: Date;
  actorType: AuditLine['actor']['type'];
  actorId: string | null;
  actorName: string;
}

/** The columns of an `AuditRow`, from `audit_log`. */
export const auditColumns = raw(
  'id, at, actor_type as "actorType", actor_id as "actorId", actor_name as "actorName", action, ' +
    'entity_type as "entityType", entity_id as "entityId", entity_name as "entityName", changes, ip, ' +
    'request_id as "requestId"',
);

export const toLine = ({ actorType, actorId, actorName, at, ...row }: AuditRow): AuditLine => ({
  ...row,
  at: at.toISOString(),
  actor: { type: actorType, id: actorId, name: actorName },
});

/** The log has one order: the newest first. Ids are in the order of time. */
export const AUDIT_SORT = '-id';
