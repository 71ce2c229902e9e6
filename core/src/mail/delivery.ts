import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';
import type { MailAttachment } from './written';

export interface OutgoingMail {
  id: string;
  recipient: string;
  alsoTo: string[];
  cc: string[];
  fromName: string | null;
  replyTo: string | null;
  attachments: MailAttachment[];
  subject: string;
  text: string;
  html: string;
}

/** Longer than one delivery may take; only a worker that died leaves a claim until its end. */
const CLAIM_SECONDS = 180;

/**
 * Takes a mail for delivery, so that no other run sends it at the same time.
 * @returns the mail; `busy` while another run has it; `done` when it was sent, given up or deleted
 */
export async function claimMail(mailId: string): Promise<OutgoingMail | 'busy' | 'done'> {
  return withSystemTx(async (tx) => {
    const [claimed] = await tx.query<OutgoingMail>(sql`
      update mails set claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}::int)
      where id = ${mailId}::uuid and sent_at is null and failed_at is null
        and (claimed_until is null or claimed_until < now())
      returning id, recipient, also_to as "alsoTo", cc, from_name as "fromName", reply_to as "replyTo", attachments,
        subject, text, html`);
    if (claimed) return claimed;
    const open = await tx.query(
      sql`select 1 from mails where id = ${mailId}::uuid and sent_at is null and failed_at is null`,
    );
    return open.length > 0 ? 'busy' : 'done';
  });
}

/**
 * Notes that the server took the mail. Its text is dropped, because it may hold a link that opens an account.
 * @param refused what is to be told all the same, such as recipients that the server did not take
 */
export async function markMailSent(mailId: string, refused?: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`
      update mails set sent_at = now(), claimed_until = null, text = '', html = '',
        error = ${refused?.slice(0, 500) ?? null}
      where id = ${mailId}::uuid`),
  );
}

/** Gives a claimed mail back after a failure, to be tried again. */
export async function releaseMail(mailId: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`update mails set claimed_until = null where id = ${mailId}::uuid and sent_at is null`),
  );
}

/** Notes that the mail is given up. @param reason as the mail server says, safe to show */
export async function markMailFailed(mailId: string, reason?: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`
      update mails set failed_at = now(), claimed_until = null, text = '', html = '',
        error = ${reason?.slice(0, 500) ?? null}
      where id = ${mailId}::uuid and sent_at is null and failed_at is null`),
  );
}

/** What became of a mail: `waiting` until it is sent or given up, `gone` when it was deleted long after. */
export interface MailOutcome {
  state: 'waiting' | 'sent' | 'failed' | 'gone';
  at: Date | null;
  reason: string | null;
}

export async function mailOutcome(mailId: string): Promise<MailOutcome> {
  const [row] = await withSystemTx((tx) =>
    tx.query<{ sentAt: Date | null; failedAt: Date | null; error: string | null }>(sql`
      select sent_at as "sentAt", failed_at as "failedAt", error from mails where id = ${mailId}::uuid`),
  );
  if (!row) return { state: 'gone', at: null, reason: null };
  if (row.sentAt) return { state: 'sent', at: row.sentAt, reason: row.error };
  return { state: row.failedAt ? 'failed' : 'waiting', at: row.failedAt, reason: row.error };
}
