/** The parts that texts are split into: one folder in `messages`, one top-level namespace each. */
export const areas = [
  'audit',
  'auth',
  'common',
  'customers',
  'e-invoices',
  'errors',
  'exports',
  'faults',
  'files',
  'frame',
  'home',
  'imports',
  'invoices',
  'lines',
  'offers',
  'orders',
  'payments',
  'products',
  'recurring',
  'reminders',
  'reports',
  'settings',
  'share',
  'sharing',
] as const;

export type Area = (typeof areas)[number];
