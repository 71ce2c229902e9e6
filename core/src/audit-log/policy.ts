import type { Permission } from '../platform/permissions';

const readers: Record<string, Permission> = {
  order: 'orders:read',
  offer: 'offers:read',
  invoice: 'invoices:read',
  'recurring-invoice': 'invoices:read',
  reminder: 'invoices:read',
  payment: 'payments:read',
  'bank-statement': 'payments:read',
  'bank-transaction': 'payments:read',
  customer: 'customers:read',
  product: 'products:read',
  file: 'files:read',
  export: 'exports:read',
  import: 'imports:read',
  tenant: 'settings:read',
  'bank-account': 'settings:read',
  'number-series': 'settings:read',
  'reminder-level': 'settings:read',
  'reminder-settings': 'settings:read',
  'tax-category': 'settings:read',
  document: 'invoices:read',
  member: 'members:read',
  invitation: 'members:read',
  'api-key': 'api-keys:write',
};

/** What the history of one record needs: the right to read such records; of anything else, the whole log's. */
export const permissionForHistory = (entityType: string): Permission => readers[entityType] ?? 'audit:read';
