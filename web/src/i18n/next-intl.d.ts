import type { Language } from '@countinghouse/core/platform/time';
import type audit from '../../messages/audit/en.json';
import type auth from '../../messages/auth/en.json';
import type common from '../../messages/common/en.json';
import type customers from '../../messages/customers/en.json';
import type eInvoices from '../../messages/e-invoices/en.json';
import type errors from '../../messages/errors/en.json';
import type exports from '../../messages/exports/en.json';
import type faults from '../../messages/faults/en.json';
import type files from '../../messages/files/en.json';
import type frame from '../../messages/frame/en.json';
import type home from '../../messages/home/en.json';
import type imports from '../../messages/imports/en.json';
import type invoices from '../../messages/invoices/en.json';
import type lines from '../../messages/lines/en.json';
import type sharing from '../../messages/sharing/en.json';
import type share from '../../messages/share/en.json';
import type offers from '../../messages/offers/en.json';
import type orders from '../../messages/orders/en.json';
import type payments from '../../messages/payments/en.json';
import type products from '../../messages/products/en.json';
import type recurring from '../../messages/recurring/en.json';
import type reminders from '../../messages/reminders/en.json';
import type reports from '../../messages/reports/en.json';
import type settings from '../../messages/settings/en.json';

interface Texts {
  audit: typeof audit;
  auth: typeof auth;
  common: typeof common;
  customers: typeof customers;
  'e-invoices': typeof eInvoices;
  errors: typeof errors;
  exports: typeof exports;
  faults: typeof faults;
  files: typeof files;
  frame: typeof frame;
  home: typeof home;
  imports: typeof imports;
  invoices: typeof invoices;
  lines: typeof lines;
  sharing: typeof sharing;
  share: typeof share;
  offers: typeof offers;
  orders: typeof orders;
  payments: typeof payments;
  products: typeof products;
  recurring: typeof recurring;
  reminders: typeof reminders;
  reports: typeof reports;
  settings: typeof settings;
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Texts;
  }
}
