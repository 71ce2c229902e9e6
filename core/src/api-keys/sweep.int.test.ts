import { expect, it } from 'vitest';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { readOne, withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import { sweepIdempotencyKeys } from './index';

const now = new Date('2026-11-21T09:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const keep = ({ ctx, tenantId }: TestTenant, key: string, createdAt: Date) =>
  withTx(ctx, ({ tx }) =>
    tx.db.idempotencyKey.create({
      data: { tenantId, apiKeyId: newId(), key, requestHash: 'x', status: 201, createdAt },
    }),
  );

const keysOf = async ({ ctx }: TestTenant) =>
  (await readOne<{ key: string }>(ctx, sql`select key from idempotency_keys order by key`)).map(
    ({ key }) => key,
  );

it('deletes idempotency keys of all companies after 24 hours, in several batches, and no younger ones', async () => {
  const companies = [await testTenant(), await testTenant()];
  for (const company of companies) {
    for (let n = 0; n < 5; n += 1) await keep(company, `old-${n}`, hoursAgo(24.1 + n));
    await keep(company, 'young', hoursAgo(23.9));
  }
  expect(await sweepIdempotencyKeys(now, 3)).toBe(10);
  for (const company of companies) expect(await keysOf(company)).toEqual(['young']);
  expect(await sweepIdempotencyKeys(now, 3)).toBe(0);
});

it('stops at a batch that is not full, also when the last one was exactly full', async () => {
  const company = await testTenant();
  for (let n = 0; n < 4; n += 1) await keep(company, `old-${n}`, hoursAgo(30));
  expect(await sweepIdempotencyKeys(now, 2)).toBe(4);
});
