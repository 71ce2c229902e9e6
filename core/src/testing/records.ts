import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne, withSystemTx, withTx } from '../platform/tx';

export interface KeptMail {
  id: string;
  template: string;
  language: string;
  subject: string;
  text: string;
}

/** The mails written to an address, the newest first. */
export const mailsTo = (recipient: string): Promise<KeptMail[]> =>
  withSystemTx((tx) =>
    tx.query<KeptMail>(sql`
      select id, template, language, subject, text from mails where recipient = ${recipient}
      order by created_at desc, id desc`),
  );

/** The secret at the end of the first link of a mail. */
export function tokenIn(mail: KeptMail | undefined): string {
  const token = /https?:\/\/\S+\/([\w-]{43})\b/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error('the mail has no link with a token');
  return token;
}

/** How many jobs of a name wait in the outbox. */
export async function jobsWaiting(job: string): Promise<number> {
  const rows = await withSystemTx((tx) => tx.query(sql`select 1 from outbox where job = ${job}`));
  return rows.length;
}

/** The actions in a company's log, the oldest first. */
export async function actionsOf(ctx: Ctx): Promise<string[]> {
  const rows = await readOne<{ action: string }>(
    ctx,
    sql`select action from audit_log where tenant_id = ${ctx.tenantId}::uuid order by id`,
  );
  return rows.map((row) => row.action);
}

/** Runs a verb in a transaction that fails afterwards, so that nothing of it may be left. */
export async function rolledBack(ctx: Ctx, verb: (ctx: Ctx) => Promise<unknown>): Promise<void> {
  const undo = new Error('undo');
  try {
    await withTx(ctx, async (ctx) => {
      await verb(ctx);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
}
