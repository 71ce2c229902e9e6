import type { Permission } from '../platform/permissions';

/** What each kind of work with bank statements needs. */
export const bankPolicy = {
  read: 'payments:read',
  write: 'payments:write',
} as const satisfies Record<string, Permission>;
