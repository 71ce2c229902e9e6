import { sql, type Sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { hashToken } from '../platform/tokens';
import { withSystemTx, type Tx } from '../platform/tx';
import { forgetSessions } from './session-copies';

/** Deletes sessions in an open transaction. @returns their token hashes, to be forgotten after the commit */
export async function deleteSessions(tx: Tx, condition: Sql): Promise<string[]> {
  const rows = await tx.query<{ tokenHash: string }>(
    sql`delete from sessions where ${condition} returning token_hash as "tokenHash"`,
  );
  return rows.map((row) => row.tokenHash);
}

async function end(condition: Sql): Promise<number> {
  const tokenHashes = await withSystemTx((tx) => deleteSessions(tx, condition));
  await forgetSessions(tokenHashes);
  return tokenHashes.length;
}

/** Ends one of a person's own sessions at once. @throws AppError `not-found` for the session of someone else */
export async function revokeSession(userId: string, sessionId: string): Promise<void> {
  const ended = isId(sessionId) ? await end(sql`id = ${sessionId}::uuid and user_id = ${userId}::uuid`) : 0;
  if (ended === 0) throw notFound('session');
}

/** Ends every session of a person but one. @returns how many */
export const revokeOtherSessions = (userId: string, keepSessionId: string): Promise<number> =>
  end(sql`user_id = ${userId}::uuid and id <> ${keepSessionId}::uuid`);

/** Signs out: ends the session of a cookie's token. Harmless when there is none. */
export async function endSession(token: string): Promise<void> {
  await end(sql`token_hash = ${hashToken(token)}`);
}
