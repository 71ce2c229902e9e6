import type { Permission } from '../platform/permissions';

/** What a company prints about itself is one of its settings. */
export const companyPolicy = {
  read: 'settings:read',
  write: 'settings:write',
} as const satisfies Record<string, Permission>;
