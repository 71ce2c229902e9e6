import { ListAuditInput } from '@countinghouse/core/audit-log';
import { isDate, addDays, startOfDay } from '@countinghouse/core/platform/time';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

/** What is written into the log: kinds of records, and what can happen to them. */
export const verbsOf = {
  order: 'create import update place fulfil close cancel archive restore add-tag remove-tag'.split(' '),
  customer: 'create update archive restore add-tag remove-tag'.split(' '),
  product: 'create update archive restore add-tag remove-tag'.split(' '),
  file: ['add', 'delete'],
  import: ['create', 'start', 'cancel', 'finish', 'fail', 'expire'],
  export: ['create', 'cancel', 'download'],
  tenant: ['create', 'update', 'rebuild-days', 'rebuild-customers', 'rebuild-reports'],
  member: 'join change-role leave remove'.split(' '),
  invitation: ['invite', 'revoke-invitation'],
  'tax-category': 'create update archive restore set-default'.split(' '),
  'api-key': ['create', 'revoke'],
} as const satisfies Record<string, readonly string[]>;

export type Entity = keyof typeof verbsOf;

/** Invitations are noted as deeds on members. */
const spoken = (entity: string) => (entity === 'invitation' ? 'member' : entity);

export const actions: readonly { action: string; entity: Entity; verb: string }[] = Object.entries(
  verbsOf,
).flatMap(([entity, verbs]) =>
  verbs.map((verb) => ({ action: `${spoken(entity)}.${verb}`, entity: entity as Entity, verb })),
);

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

/** Reads the address of the log. What does not fit is left out; dates are whole days in the reader's zone. */
export function auditInput(search: SearchParams, timeZone: string): ListAuditInput {
  const given = {
    action: one(search['action']),
    entityType: one(search['entity']),
    entityId: one(search['id']),
    actorId: one(search['actor']),
    from: one(search['from']),
    to: one(search['to']),
    cursor: one(search['cursor']),
  };
  const start = (day: string | undefined, plus: number) =>
    day && isDate(day) ? startOfDay(addDays(day, plus), timeZone).toISOString() : undefined;
  const wanted = { ...given, from: start(given.from, 0), to: start(given.to, 1) };
  const fitting = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && ListAuditInput.safeParse({ [name]: value }).success,
  );
  return { ...Object.fromEntries(fitting), limit: PAGE_ROWS };
}
