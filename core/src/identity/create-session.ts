import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { hashToken, secretToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { forgetSessions } from './session-copies';

const DAY_MS = 86_400_000;
/** However busy a session is, it ends then. */
const ABSOLUTE_DAYS = 30;
const USER_AGENT_MAX = 300;

export interface SessionOrigin {
  ip?: string | undefined;
  userAgent?: string | undefined;
  /** The token of the session that the browser had until now; it ends with this sign-in. */
  replaces?: string | undefined;
}

/**
 * Starts a session. The token is returned once and only its hash is kept.
 * @returns the token for the cookie, and the end of the absolute limit
 */
export async function createSession(
  userId: string,
  { ip, userAgent, replaces }: SessionOrigin = {},
): Promise<{ token: string; expiresAt: Date }> {
  const token = secretToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + ABSOLUTE_DAYS * DAY_MS);
  const replaced = replaces ? hashToken(replaces) : null;
  await withSystemTx(async (tx) => {
    await tx.execute(sql`
      insert into sessions (id, user_id, token_hash, created_at, last_seen_at, expires_at, ip, user_agent)
      values (${newId()}::uuid, ${userId}::uuid, ${hashToken(token)}, ${now}, ${now}, ${expiresAt},
              ${ip ?? null}, ${userAgent?.slice(0, USER_AGENT_MAX) ?? null})`);
    if (replaced) await tx.execute(sql`delete from sessions where token_hash = ${replaced}`);
  });
  if (replaced) await forgetSessions([replaced]);
  return { token, expiresAt };
}
