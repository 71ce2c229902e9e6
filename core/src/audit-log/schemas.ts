import { z } from 'zod';
import { says } from '../platform/errors';
import { listFields } from '../platform/fields';
import { Id } from '../platform/ids';
import { Instant } from '../platform/time';

const Word = z.string().regex(/^[a-z][a-z.-]{0,60}$/, { error: says('wrong') });
const At = Instant.transform((text) => new Date(text));

export const ListAuditInput = z.strictObject({
  ...listFields,
  entityType: Word.optional(),
  entityId: Id.optional(),
  actorId: Id.optional(),
  /** A whole action such as `order.cancel`. */
  action: Word.optional(),
  /** RFC 3339; `from` is included, `to` is not. */
  from: At.optional(),
  to: At.optional(),
});
export type ListAuditInput = z.input<typeof ListAuditInput>;

/** One line of the log: who did what to what, when, from where, and what it changed. */
export interface AuditLine {
  id: string;
  at: string;
  actor: { type: 'user' | 'api-key' | 'system'; id: string | null; name: string };
  action: string;
  entityType: string;
  entityId: string;
  entityName: string | null;
  /** Field → what it was and what it became. */
  changes: Record<string, { from?: unknown; to?: unknown }>;
  ip: string | null;
  requestId: string | null;
}
