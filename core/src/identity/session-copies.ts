import { cached, forget } from '../platform/cache';
import { log } from '../platform/log';
import { Session } from './schemas';

const COPY_SECONDS = 15;
const keyOf = (tokenHash: string) => `session:${tokenHash}`;

/** The copy of a session in Redis, or what `load` finds. */
export const sessionCopy = (
  tokenHash: string,
  load: () => Promise<Session | null>,
): Promise<Session | null> => cached(keyOf(tokenHash), Session, COPY_SECONDS, load);

/** Makes the next request of these sessions look into Postgres. Call it once the change is committed. */
export async function forgetSessions(tokenHashes: readonly string[]): Promise<void> {
  try {
    await forget(...tokenHashes.map(keyOf));
  } catch (error) {
    // Readers cannot reach Redis either and look into Postgres; a copy that survives lives for seconds.
    log().warn({ err: error, operation: 'identity.forget-sessions' }, 'copies of sessions not forgotten');
  }
}
