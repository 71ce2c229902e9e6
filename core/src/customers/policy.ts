import type { Permission } from '../platform/permissions';

/** What each kind of work with customers needs. */
export const customerPolicy = {
  read: 'customers:read',
  write: 'customers:write',
} as const satisfies Record<string, Permission>;
