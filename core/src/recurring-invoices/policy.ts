import type { Permission } from '../platform/permissions';

/** A series writes invoices: whoever may write them may keep it. */
export const recurringPolicy = {
  read: 'invoices:read',
  write: 'invoices:write',
} as const satisfies Record<string, Permission>;
