import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate, localDateTime } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { countLetters } from './due.sql';
import { reminderPolicy } from './policy';
import { dueLetters, nextDueCustomers } from './proposals';
import { sendLetter } from './send';
import { lockSettings, nextRunAt } from './settings';

const AT_A_TIME = 100;

/** Whether today's run is to happen now, by the company's clock. */
async function isDue(ctx: TxCtx): Promise<'propose' | 'send' | null> {
  const { mode, hour, lastRunDay } = await lockSettings(ctx);
  const { timeZone } = await getTenant(ctx);
  const now = localDateTime(ctx.clock(), timeZone);
  const [today, time] = [now.slice(0, 10), now.slice(11)];
  if (mode === 'off' || (lastRunDay !== null && lastRunDay >= today)) return null;
  return Number(time.slice(0, 2)) >= hour ? mode : null;
}

/** Sends what is due to one customer and can go by mail; a failure is noted and keeps nobody else waiting. */
async function sendTo(ctx: Ctx, customerId: string): Promise<void> {
  const letters = await withTx(ctx, (ctx) => dueLetters(ctx, [customerId]));
  for (const { currency, kind, emails } of letters) {
    if (emails.length === 0) continue;
    try {
      await withTx(ctx, (ctx) => sendLetter(ctx, { customerId, currency, kind }));
    } catch (error) {
      if (!isAppError(error)) throw error;
      ctx.log.warn({ err: error, operation: 'reminder.run' }, 'a reminder could not be sent');
    }
  }
}

async function sendAll(ctx: Ctx, signal: AbortSignal): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const customers: string[] = await withTx(ctx, (ctx) => nextDueCustomers(ctx, from, AT_A_TIME));
    for (const customerId of customers) {
      signal.throwIfAborted();
      await sendTo(ctx, customerId);
    }
    after = customers.at(-1) ?? null;
    if (customers.length < AT_A_TIME) return;
  }
}

/** Notes that the day has been looked at, and how many letters wait for a person. */
async function finish(ctx: Ctx, looked: boolean): Promise<void> {
  await withTx(ctx, async (ctx) => {
    const settings = await lockSettings(ctx);
    const { timeZone } = await getTenant(ctx);
    const today = localDate(ctx.clock(), timeZone);
    const lastRunDay = looked ? today : settings.lastRunDay;
    const [row] = looked ? await ctx.tx.query<{ count: number }>(countLetters(ctx, today)) : [];
    await ctx.tx.execute(sql`
      update reminder_settings set last_run_day = ${lastRunDay}::date, proposed = ${row?.count ?? settings.proposed},
        next_run_at = ${nextRunAt({ ...settings, lastRunDay }, ctx.clock(), timeZone)}::timestamptz
      where tenant_id = ${ctx.tenantId}::uuid`);
  });
}

/**
 * The company's daily look at its late invoices, once each of its days after the chosen hour. Sends, or counts what a
 * person should look at. Whatever stops it, it can be called again: each letter is a transaction of its own, and the
 * invoices' reminders say what has been sent.
 */
export async function runReminders(ctx: Ctx, signal: AbortSignal): Promise<void> {
  demand(ctx, reminderPolicy.write);
  const mode = await withTx(ctx, isDue);
  if (mode === 'send') await sendAll(ctx, signal);
  await finish(ctx, mode !== null);
}
