import { sql, type Sql } from '../platform/db';
import type { Tx } from '../platform/tx';
import { mailLink, queueMail } from '../mail';
import type { User } from './schemas';
import { deleteSessions } from './revoke-session';

/**
 * Replaces a password in an open transaction: ends the sessions that `ending` names, uses up every link for a
 * new password, and tells the person by mail.
 * @returns the token hashes of the ended sessions, to be forgotten after the commit
 */
export async function setPassword(tx: Tx, user: User, passwordHash: string, ending: Sql): Promise<string[]> {
  await tx.execute(sql`
    update users set password_hash = ${passwordHash}, updated_at = now() where id = ${user.id}::uuid`);
  await tx.execute(sql`
    update one_time_tokens set used_at = now()
    where user_id = ${user.id}::uuid and purpose = 'password-reset' and used_at is null`);
  await queueMail(tx, null, {
    to: user.email,
    language: user.language,
    template: 'password-changed',
    values: { name: user.name, link: mailLink('forgot') },
  });
  return deleteSessions(tx, sql`user_id = ${user.id}::uuid and ${ending}`);
}
