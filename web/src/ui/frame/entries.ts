import {
  IconCash,
  IconChartBar,
  IconDownload,
  IconFileDescription,
  IconFileInvoice,
  IconHistory,
  IconHome,
  IconPackage,
  IconPaperclip,
  IconSettings,
  IconShoppingCart,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export const entryKeys = [
  'home',
  'orders',
  'offers',
  'invoices',
  'payments',
  'customers',
  'products',
  'reports',
  'files',
  'downloads',
  'audit',
  'settings',
] as const;

export type EntryKey = (typeof entryKeys)[number];

interface Entry {
  key: EntryKey;
  /** Below the company's own path. */
  path: string;
  icon: Icon;
  /** Further paths that belong to the same area. */
  also?: readonly string[];
  /** Begins a new group in the navigation. */
  apart?: boolean;
}

export const entries: readonly Entry[] = [
  { key: 'home', path: '', icon: IconHome },
  { key: 'orders', path: '/orders', icon: IconShoppingCart },
  { key: 'offers', path: '/offers', icon: IconFileDescription },
  { key: 'invoices', path: '/invoices', icon: IconFileInvoice, also: ['/recurring', '/reminders'] },
  { key: 'payments', path: '/payments', icon: IconCash },
  { key: 'customers', path: '/customers', icon: IconUsers },
  { key: 'products', path: '/products', icon: IconPackage },
  { key: 'reports', path: '/reports', icon: IconChartBar },
  { key: 'files', path: '/files', icon: IconPaperclip },
  { key: 'downloads', path: '/downloads', icon: IconDownload },
  { key: 'audit', path: '/audit', icon: IconHistory, apart: true },
  { key: 'settings', path: '/settings', icon: IconSettings },
];

/** What a phone shows in its bottom bar; the rest waits behind "more". */
export const phoneKeys: readonly EntryKey[] = ['home', 'orders', 'invoices', 'customers'];
