import { setTimeout as wait } from 'node:timers/promises';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { hashToken, secretToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { mailLink, queueMail } from '../mail';
import { credentialsByEmail, storedEmail } from './internal';
import { countResetByAddress, mayMailReset } from './limits';

const HOUR_MS = 3_600_000;
/** Longer than the work takes, so that the time of the answer does not tell whether there was any. */
const ANSWER_MS = 300;

async function mailReset(email: string): Promise<void> {
  const user = await credentialsByEmail(email);
  if (!user || user.disabledAt || !(await mayMailReset(email))) return;
  const token = secretToken();
  await withSystemTx(async (tx) => {
    await tx.execute(sql`
      insert into one_time_tokens (id, user_id, purpose, token_hash, expires_at)
      values (${newId()}::uuid, ${user.id}::uuid, 'password-reset', ${hashToken(token)},
              ${new Date(Date.now() + HOUR_MS)})`);
    await queueMail(tx, null, {
      to: user.email,
      language: user.language,
      template: 'password-reset',
      values: { name: user.name, link: mailLink('reset', token) },
    });
  });
}

/**
 * Mails a link for choosing a new password, good once and for an hour, if the address has an account. The
 * caller learns nothing about that, neither from the answer nor from its time.
 * @throws AppError `rate-limited` after too many requests from the address
 */
export async function requestPasswordReset(email: string, ip: string): Promise<void> {
  await countResetByAddress(ip);
  await Promise.all([mailReset(storedEmail(email)), wait(ANSWER_MS)]);
}
