import type { Permission } from '../platform/permissions';

/** What each kind of work with payments needs. */
export const paymentPolicy = {
  read: 'payments:read',
  write: 'payments:write',
} as const satisfies Record<string, Permission>;
