import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';

export interface OutgoingMail {
  id: string;
  recipient: string;
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
      returning id, recipient, subject, text, html`);
    if (claimed) return claimed;
    const open = await tx.query(
      sql`select 1 from mails where id = ${mailId}::uuid and sent_at is null and failed_at is null`,
    );
    return open.length > 0 ? 'busy' : 'done';
  });
}

/** Notes that the server took the mail. Its text is dropped, because it may hold a link that opens an account. */
export async function markMailSent(mailId: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`
      update mails set sent_at = now(), claimed_until = null, text = '', html = '' where id = ${mailId}::uuid`),
  );
}

/** Gives a claimed mail back after a failure, to be tried again. */
export async function releaseMail(mailId: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`update mails set claimed_until = null where id = ${mailId}::uuid and sent_at is null`),
  );
}

/** Notes that the mail is given up. */
export async function markMailFailed(mailId: string): Promise<void> {
  await withSystemTx((tx) =>
    tx.execute(sql`
      update mails set failed_at = now(), claimed_until = null, text = '', html = ''
      where id = ${mailId}::uuid and sent_at is null`),
  );
}
