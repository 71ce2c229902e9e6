import { runReminders } from '@countinghouse/core/reminders';
import { remindersRun } from '@countinghouse/core/reminders/jobs';
import { companyOf, handle } from '../../handler';

/** A company's daily look at its late invoices. */
export const runRemindersHandler = handle(remindersRun, {
  run: (run) => runReminders(companyOf(run), run.signal),
});
