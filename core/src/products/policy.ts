import type { Permission } from '../platform/permissions';

/** What each kind of work with products needs. */
export const productPolicy = {
  read: 'products:read',
  write: 'products:write',
} as const satisfies Record<string, Permission>;
