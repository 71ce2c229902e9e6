import type { Permission } from '../platform/permissions';

/** What each kind of work with imports needs; `start` needs all of them. */
export const importPolicy = {
  read: 'imports:read',
  write: 'imports:write',
  start: ['imports:write', 'orders:write', 'customers:write', 'products:write'],
} as const satisfies Record<string, Permission | readonly Permission[]>;
