import type { Permission } from '../platform/permissions';

/** Taxes are a setting of the company; everyone who may see orders sees them. */
export const taxPolicy = {
  read: 'settings:read',
  write: 'settings:write',
} as const satisfies Record<string, Permission>;
