import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';
import { IDLE_DAYS } from './find-session';

/** Deletes sessions past their limits and links that no longer work. @returns how many rows */
export async function sweepIdentity(): Promise<number> {
  return withSystemTx(async (tx) => {
    const sessions = await tx.execute(sql`
      delete from sessions
      where expires_at < now() or last_seen_at < now() - make_interval(days => ${IDLE_DAYS}::int)`);
    const links = await tx.execute(sql`
      delete from one_time_tokens where expires_at < now() - interval '1 day' or used_at is not null`);
    return sessions + links;
  });
}
