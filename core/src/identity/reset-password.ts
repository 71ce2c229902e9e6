import { sql } from '../platform/db';
import { invalid } from '../platform/errors';
import { log } from '../platform/log';
import { hashToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { toUser, userColumns } from './internal';
import { hashPassword } from './password-hash';
import { demandGoodPassword } from './password-rules';
import type { User } from './schemas';
import { forgetSessions } from './session-copies';
import { setPassword } from './set-password';

const expired = () => invalid('token', 'link-expired', { reason: 'link-expired' });

const openTokens = sql`t.purpose = 'password-reset' and t.used_at is null and t.expires_at > now()`;

async function ownerOf(tokenHash: string): Promise<User | null> {
  const [row] = await withSystemTx((tx) =>
    tx.query<User>(sql`
      select ${userColumns} from one_time_tokens t join users u on u.id = t.user_id
      where t.token_hash = ${tokenHash} and ${openTokens} and u.disabled_at is null`),
  );
  return row ? toUser(row) : null;
}

/** Whether a link for choosing a new password still works. */
export const isResetOpen = async (token: string): Promise<boolean> =>
  (await ownerOf(hashToken(token))) !== null;

/**
 * Sets a new password with the token of a mailed link, and ends every session of the person.
 * @throws AppError `invalid` with reason `link-expired`, or what is wrong with the password
 */
export async function resetPassword(token: string, password: string): Promise<void> {
  const tokenHash = hashToken(token);
  const user = await ownerOf(tokenHash);
  if (!user) throw expired();
  demandGoodPassword('password', password, user);
  const passwordHash = await hashPassword(password);
  const ended = await withSystemTx(async (tx) => {
    const used = await tx.execute(
      sql`update one_time_tokens t set used_at = now() where t.token_hash = ${tokenHash} and ${openTokens}`,
    );
    if (used === 0) throw expired();
    return setPassword(tx, user, passwordHash, sql`true`);
  });
  await forgetSessions(ended);
  log().info({ operation: 'identity.reset-password', userId: user.id, success: true }, 'password reset');
}
