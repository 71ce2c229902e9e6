import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '../../testing';
import { config } from '../config';
import { closeDb, sql } from '../db';
import { readOne, withTx } from './index';

// Test databases may forget; here a commit means what it means in production.
beforeAll(async () => {
  const owner = new pg.Client({ connectionString: config().DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(`alter database "${owner.database}" set synchronous_commit to on`);
  await owner.end();
  await closeDb();
});

const rename = (name: string) => sql`update tenants set name = ${name}`;

describe('letGoEarly', () => {
  it('returns when the changes are on the disk', async () => {
    const { ctx } = await testTenant();
    for (let round = 0; round < 20; round += 1) {
      const written = await withTx(ctx, async ({ tx }) => {
        tx.letGoEarly();
        await tx.execute(rename(`Round ${round}`));
        const [row] = await tx.query<{ at: string }>(sql`select pg_current_wal_insert_lsn()::text as at`);
        return row?.at ?? '';
      });
      const [row] = await readOne<{ safe: boolean }>(
        ctx,
        sql`select pg_current_wal_flush_lsn() >= ${written}::pg_lsn as safe`,
      );
      expect(row?.safe).toBe(true);
    }
  });

  it('keeps nothing of a transaction that fails, and leaves the next one as it was', async () => {
    const { ctx } = await testTenant();
    const failing = withTx(ctx, async ({ tx }) => {
      tx.letGoEarly();
      await tx.execute(rename('Lost'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const swallowed = withTx(ctx, async ({ tx }) => {
      tx.letGoEarly();
      await tx.execute(rename('Lost')).then(() => tx.query(sql`select 1 / 0`).catch(() => undefined));
    });
    await expect(swallowed).rejects.toThrow('failed before its commit');
    const [row] = await readOne<{ name: string; waits: string }>(
      ctx,
      sql`select name, current_setting('synchronous_commit') as waits from tenants`,
    );
    expect(row?.name).not.toBe('Lost');
    expect(row?.waits).toBe('on');
  });
});
