import { sql } from '../platform/db';
import { log } from '../platform/log';
import { withSystemTx } from '../platform/tx';
import { credentialsByEmail, storedEmail, toUser } from './internal';
import { countSignIn } from './limits';
import { hashPassword, isOutdated, passwordMatches } from './password-hash';
import type { User } from './schemas';

async function renewHash(userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await withSystemTx((tx) =>
    tx.execute(sql`update users set password_hash = ${passwordHash} where id = ${userId}::uuid`),
  );
}

/**
 * Answers who has this address and password. Nobody, a wrong password and a disabled account give the same
 * answer in the same time (rule 18).
 * @throws AppError `rate-limited` after too many attempts on the account or from the address
 */
export async function verifyPassword(email: string, password: string, ip: string): Promise<User | null> {
  const address = storedEmail(email);
  const attempt = await countSignIn(address, ip);
  const found = await credentialsByEmail(address);
  const matches = await passwordMatches(found?.passwordHash ?? null, password);
  if (!found?.passwordHash || !matches || found.disabledAt) {
    log().info({ operation: 'identity.sign-in', userId: found?.id, success: false }, 'sign-in refused');
    return null;
  }
  await attempt.succeeded();
  if (isOutdated(found.passwordHash)) await renewHash(found.id, password);
  log().info({ operation: 'identity.sign-in', userId: found.id, success: true }, 'signed in');
  return toUser(found);
}
