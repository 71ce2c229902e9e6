import { sql } from '../platform/db';
import { enqueueFor } from '../platform/outbox';
import { withSystemTx } from '../platform/tx';
import { remindersRun } from './jobs';

/** Finds the companies whose hour has come, by one small index, and hands each to a job of its own. @returns how many */
export async function sweepReminders(now = new Date()): Promise<number> {
  return withSystemTx(async (tx) => {
    const due = await tx.query<{ tenantId: string }>(sql`
      select s.tenant_id as "tenantId" from reminder_settings s where s.next_run_at <= ${now}
        and not exists (select from outbox o where o.tenant_id = s.tenant_id and o.job = ${remindersRun.name}
          and o.failed_at is null)`);
    for (const { tenantId } of due) await enqueueFor(tx, tenantId, remindersRun, {});
    return due.length;
  });
}
