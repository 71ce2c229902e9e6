import type { Permission } from '../platform/permissions';

/** Reminders are about invoices; when and in which words they go is a setting of the company. */
export const reminderPolicy = {
  read: 'invoices:read',
  write: 'invoices:write',
  readSettings: 'settings:read',
  writeSettings: 'settings:write',
} as const satisfies Record<string, Permission>;
