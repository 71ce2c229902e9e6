import * as customersJobs from '@countinghouse/core/customers/jobs';
import * as documentsJobs from '@countinghouse/core/documents/jobs';
import * as exportsJobs from '@countinghouse/core/exports/jobs';
import * as importsJobs from '@countinghouse/core/imports/jobs';
import * as mailJobs from '@countinghouse/core/mail/jobs';
import * as ordersJobs from '@countinghouse/core/orders/jobs';
import type { JobDefinition } from '@countinghouse/core/platform/queues';
import * as recurringInvoicesJobs from '@countinghouse/core/recurring-invoices/jobs';
import * as remindersJobs from '@countinghouse/core/reminders/jobs';
import * as sharingJobs from '@countinghouse/core/sharing/jobs';
import * as tenantsJobs from '@countinghouse/core/tenants/jobs';
import type { JobHandler } from './handler';
import { refreshRenamed } from './jobs/customers/renamed';
import { printDocuments } from './jobs/documents/print';
import { runExportHandler } from './jobs/exports/run';
import { advanceImportHandler } from './jobs/imports/advance';
import { sendMail } from './jobs/mail/send';
import { followOrders } from './jobs/orders/customers-ordered';
import { runRecurringHandler } from './jobs/recurring-invoices/run';
import { runRemindersHandler } from './jobs/reminders/run';
import { sendDocuments } from './jobs/sharing/send';
import { followZone } from './jobs/tenants/zone-changed';

/** Every job that a feature defines. */
const definitions = [
  customersJobs,
  documentsJobs,
  exportsJobs,
  importsJobs,
  mailJobs,
  ordersJobs,
  recurringInvoicesJobs,
  remindersJobs,
  sharingJobs,
  tenantsJobs,
].flatMap((jobs) => Object.values<JobDefinition>(jobs));

const handlers: JobHandler[] = [
  refreshRenamed,
  printDocuments,
  runExportHandler,
  advanceImportHandler,
  sendMail,
  sendDocuments,
  runRecurringHandler,
  runRemindersHandler,
  followZone,
  followOrders,
];

/**
 * The handlers by job name.
 * @throws when a definition has no handler or two have the same name: the worker must not start half deaf
 */
export function createRegistry(
  defined: readonly JobDefinition[] = definitions,
  handling: readonly JobHandler[] = handlers,
): ReadonlyMap<string, JobHandler> {
  const byName = new Map(handling.map((handler) => [handler.job.name, handler]));
  if (byName.size < handling.length) throw new Error('two handlers answer for one job');
  const missing = defined.filter((job) => !byName.has(job.name)).map((job) => job.name);
  if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
  return byName;
}
