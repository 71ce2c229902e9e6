import type { Permission } from '@countinghouse/core/platform/permissions';

export const sectionKeys = [
  'company',
  'bank-accounts',
  'numbers',
  'documents',
  'mails',
  'members',
  'taxes',
  'reminders',
  'api-keys',
  'profile',
  'password',
  'sessions',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What one must be allowed to see a section of the company; one's own are for everybody. */
export const neededFor: Partial<Record<SectionKey, Permission>> = {
  company: 'settings:read',
  'bank-accounts': 'settings:read',
  numbers: 'settings:read',
  documents: 'settings:read',
  mails: 'settings:read',
  members: 'members:read',
  taxes: 'settings:read',
  reminders: 'settings:read',
  'api-keys': 'api-keys:write',
};

/** The sections about oneself stand apart. */
export const firstOwnSection: SectionKey = 'profile';
