import { sql } from '../platform/db';
import { invalid, notFound, parse } from '../platform/errors';
import { log } from '../platform/log';
import { withSystemTx } from '../platform/tx';
import { credentialsById } from './internal';
import { countSignIn } from './limits';
import { hashPassword, passwordMatches } from './password-hash';
import { demandGoodPassword } from './password-rules';
import { ChangePasswordInput } from './schemas';
import { forgetSessions } from './session-copies';
import { setPassword } from './set-password';

/**
 * Changes one's own password and ends one's other sessions.
 * @throws AppError `invalid` (`wrong-password`, or what is wrong with the new one), `rate-limited`
 */
export async function changePassword(
  userId: string,
  input: ChangePasswordInput,
  from: { sessionId: string; ip: string },
): Promise<void> {
  const { currentPassword, newPassword } = parse(ChangePasswordInput, input);
  const user = await credentialsById(userId);
  if (!user) throw notFound('user');
  const attempt = await countSignIn(user.email, from.ip);
  if (!(await passwordMatches(user.passwordHash, currentPassword))) {
    throw invalid('currentPassword', 'wrong-password', { reason: 'wrong-password' });
  }
  await attempt.succeeded();
  demandGoodPassword('newPassword', newPassword, user);
  const passwordHash = await hashPassword(newPassword);
  const ended = await withSystemTx((tx) =>
    setPassword(tx, user, passwordHash, sql`id <> ${from.sessionId}::uuid`),
  );
  await forgetSessions(ended);
  log().info({ operation: 'identity.change-password', userId, success: true }, 'password changed');
}
