import { sweepIdempotencyKeys } from '@countinghouse/core/api-keys';
import { sweepUnprinted } from '@countinghouse/core/documents';
import { sweepExpiredExports } from '@countinghouse/core/exports';
import { sweepFiles } from '@countinghouse/core/files';
import { sweepIdentity } from '@countinghouse/core/identity';
import { sweepImports } from '@countinghouse/core/imports';
import { sweepMails } from '@countinghouse/core/mail';
import { sweepOffers } from '@countinghouse/core/offers';
import { objects } from '@countinghouse/core/platform/objects';
import { sweepRecurringInvoices } from '@countinghouse/core/recurring-invoices';
import { sweepReminders } from '@countinghouse/core/reminders';
import { sweepReports } from '@countinghouse/core/reports';
import type { Sweep } from './schedules';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is looked after regularly: expired, stuck and left over things. */
export const sweeps: readonly Sweep[] = [
  { name: 'documents', everyMs: 10 * MINUTE, run: () => sweepUnprinted() },
  { name: 'exports', everyMs: 5 * MINUTE, run: () => sweepExpiredExports() },
  { name: 'files', everyMs: 10 * MINUTE, run: () => sweepFiles() },
  { name: 'idempotency-keys', everyMs: HOUR, run: () => sweepIdempotencyKeys() },
  { name: 'identity', everyMs: HOUR, run: () => sweepIdentity() },
  { name: 'imports', everyMs: HOUR, run: () => sweepImports() },
  { name: 'mails', everyMs: HOUR, run: () => sweepMails() },
  { name: 'offers', everyMs: 10 * MINUTE, run: () => sweepOffers() },
  { name: 'recurring-invoices', everyMs: MINUTE, run: () => sweepRecurringInvoices() },
  { name: 'reminders', everyMs: MINUTE, run: () => sweepReminders() },
  { name: 'reports', everyMs: MINUTE, run: () => sweepReports() },
  { name: 'uploads', everyMs: HOUR, run: () => objects().sweep(new Date(Date.now() - DAY)) },
];
