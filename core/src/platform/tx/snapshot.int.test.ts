import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { testTenant } from '../../testing';
import { sql } from '../db';
import { copyPool } from '../db/pool';
import { withSnapshot, withTx } from './index';

const name = `select name from tenants`;

describe('withSnapshot', () => {
  it('reads one state of the own company, whatever others change meanwhile', async () => {
    const [{ ctx }] = [await testTenant(), await testTenant()];
    await withSnapshot(ctx, async (snapshot) => {
      const before = await snapshot.query<{ name: string }>(name);
      await withTx(ctx, ({ tx }) => tx.execute(sql`update tenants set name = 'Changed meanwhile'`));
      expect(before).toHaveLength(1);
      expect(await snapshot.query(name)).toEqual(before);
      expect(await text(snapshot.copy(`copy (${name}) to stdout`))).toBe(`${before[0]?.name}\n`);
    });
  });

  it('writes nothing', async () => {
    const { ctx } = await testTenant();
    const writing = withSnapshot(ctx, (snapshot) =>
      snapshot.query(`update tenants set name = 'x' returning id`),
    );
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });

  it('closes the connection of a copy that nobody read to its end, and harms nobody', async () => {
    const { ctx } = await testTenant();
    const open = copyPool().totalCount;
    const given = withSnapshot(ctx, (snapshot) => {
      snapshot.copy('copy (select generate_series(1, 5000000)) to stdout');
      return Promise.reject(new Error('given up'));
    });
    await expect(given).rejects.toThrow('given up');
    await vi.waitFor(() => expect(copyPool().totalCount).toBeLessThanOrEqual(open), 5_000);
    expect(await withSnapshot(ctx, (snapshot) => snapshot.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});
