import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';
import { IDLE_DAYS } from './find-session';
import type { SessionLine } from './schemas';

interface Row extends Omit<SessionLine, 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'current'> {
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** A person's own sessions that are in force, the one last used first. */
export async function listSessions(userId: string, currentSessionId?: string): Promise<SessionLine[]> {
  const rows = await withSystemTx((tx) =>
    tx.query<Row>(sql`
      select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", ip,
             user_agent as "userAgent"
      from sessions
      where user_id = ${userId}::uuid and expires_at > now()
        and last_seen_at > now() - make_interval(days => ${IDLE_DAYS}::int)
      order by last_seen_at desc, id desc limit 200`),
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === currentSessionId,
  }));
}
