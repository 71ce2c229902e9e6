import type { Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Ctx } from '../context';
import { copyPool } from '../db/pool';

/** One consistent state of a company, to be read in one go. */
export interface Snapshot {
  query<Row extends object>(text: string): Promise<Row[]>;
  /** Starts a `COPY … TO STDOUT`; nothing else can be asked until its bytes have been read. */
  copy(text: string): Readable;
}

/**
 * Runs `work` on one snapshot of the company's data (REPEATABLE READ, read only; rule 13). Where it fails, the
 * connection may be in the middle of a copy: it is closed, not used again.
 */
export async function withSnapshot<Result>(
  ctx: Ctx,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const client = await copyPool().connect();
  let failure: Error | undefined;
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`select set_config('app.tenant_id', $1, true)`, [ctx.tenantId]);
    const result = await work({
      query: async <Row extends object>(text: string) => (await client.query<Row>(text)).rows,
      copy(text) {
        const bytes = client.query(copyTo(text));
        // Whoever reads is told of a failure. A copy that is given up before it is read has nobody to tell.
        bytes.on('error', () => undefined);
        return bytes;
      },
    });
    await client.query('commit');
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}
