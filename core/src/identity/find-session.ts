import { config } from '../platform/config';
import { sql } from '../platform/db';
import { log } from '../platform/log';
import { redis } from '../platform/queues';
import { hashToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { toUser, userColumns } from './internal';
import type { Session, User } from './schemas';
import { sessionCopy } from './session-copies';

const MINUTE_MS = 60_000;
const SEEN_EVERY_SECONDS = 60;
/** A session that nobody uses ends then. */
export const IDLE_DAYS = 7;
const IDLE_MS = IDLE_DAYS * 24 * 60 * MINUTE_MS;

interface SessionRow extends User {
  sessionId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

async function load(tokenHash: string): Promise<Session | null> {
  const [row] = await withSystemTx((tx) =>
    tx.query<SessionRow>(sql`
      select ${userColumns}, s.id as "sessionId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
             s.expires_at as "expiresAt"
      from sessions s join users u on u.id = s.user_id
      where s.token_hash = ${tokenHash} and u.disabled_at is null`),
  );
  if (!row) return null;
  return {
    id: row.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    user: toUser(row),
  };
}

const isInForce = (session: Session, now: number) =>
  Date.parse(session.expiresAt) > now && Date.parse(session.lastSeenAt) + IDLE_MS > now;

/** Notes at most once a minute that a session is in use. */
async function noteUse(session: Session, now: number): Promise<void> {
  if (Date.parse(session.lastSeenAt) + MINUTE_MS > now) return;
  const key = `${config().REDIS_PREFIX}:seen:${session.id}`;
  const first = await redis()
    .set(key, '1', 'EX', SEEN_EVERY_SECONDS, 'NX')
    .catch(() => 'OK');
  if (!first) return;
  await withSystemTx((tx) =>
    tx.execute(sql`
      update sessions set last_seen_at = ${new Date(now)}
      where id = ${session.id}::uuid and last_seen_at < ${new Date(now - MINUTE_MS)}`),
  );
}

/**
 * The session of a cookie's token, or null when there is none in force: unknown, revoked, unused for 7 days,
 * or older than 30. A revocation shows at once.
 */
export async function findSession(token: string): Promise<Session | null> {
  const tokenHash = hashToken(token);
  const session = await sessionCopy(tokenHash, () => load(tokenHash));
  const now = Date.now();
  if (!session || !isInForce(session, now)) return null;
  noteUse(session, now).catch((error: unknown) =>
    log().warn({ err: error, operation: 'identity.note-use' }, 'use of a session not noted'),
  );
  return session;
}
