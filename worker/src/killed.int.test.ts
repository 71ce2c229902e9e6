import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createExport, getExport } from '@countinghouse/core/exports';
import { objects } from '@countinghouse/core/platform/objects';
import { sql } from '@countinghouse/core/platform/db';
import { readOne, withSystemTx, withTx } from '@countinghouse/core/platform/tx';
import { testTenant, type TestTenant } from '@countinghouse/core/testing';
import { ownRedis, ownWorker, type Killable } from './testing/processes';

const ROWS = 200_000;
const SLOW = { timeout: 90_000, interval: 10 };

let tenant: TestTenant;
let redis: Awaited<ReturnType<typeof ownRedis>>;
let worker: Killable;

beforeAll(async () => {
  tenant = await testTenant();
  await withTx(tenant.ctx, ({ tx }) =>
    tx.execute(sql`
      insert into orders (id, tenant_id, number, kind, status, currency, placed_at, prices_include_tax,
        tax_rounding, item_count, items_minor, net_minor, tax_minor, total_minor)
      select gen_random_uuid(), ${tenant.tenantId}::uuid, 'SO-' || n, 'sale', 'placed', 'GBP',
        timestamptz '2026-01-01' + n * interval '1 minute', false, 'group', 1, n, n, 0, n
      from generate_series(1, ${ROWS}::int) n`),
  );
  redis = await ownRedis();
  worker = await ownWorker(redis.url);
}, 120_000);

afterEach(() => worker.kill());
afterAll(() => redis.kill());

/** Asks for all orders and waits until a part of them has been written. */
async function halfway(): Promise<{ id: string; startedAt: string }> {
  const { id } = await createExport(tenant.ctx, { resource: 'orders', format: 'csv', filters: {} });
  await vi.waitFor(async () => {
    const { state, progress } = await getExport(tenant.ctx, id);
    expect({ state, some: progress.done > 0 }).toEqual({ state: 'running', some: true });
  }, SLOW);
  return { id, startedAt: await startOf(id) };
}

async function startOf(id: string): Promise<string> {
  const [row] = await readOne<{ at: string }>(
    tenant.ctx,
    sql`select started_at::text as at from exports where id = ${id}::uuid`,
  );
  return row?.at ?? '';
}

async function keys(prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of objects().list(prefix)) found.push(key);
  return found;
}

/** Ready with all rows, the file as its record says, one file only, and no work left. */
async function expectWhole(id: string): Promise<void> {
  await vi.waitFor(async () => expect((await getExport(tenant.ctx, id)).state).toBe('ready'), SLOW);
  const { progress, file } = await getExport(tenant.ctx, id);
  expect(progress).toEqual({ done: ROWS, total: ROWS });
  const [key = '', ...more] = await keys(`exports/${tenant.tenantId}/${id}`);
  expect(more).toEqual([]);
  const hash = createHash('sha256');
  let [bytes, lines] = [0, 0];
  for await (const chunk of (await objects().get(key)).body as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  expect({ bytes: String(bytes), sha256: hash.digest('hex') }).toEqual({
    bytes: file?.bytes,
    sha256: file?.sha256,
  });
  expect(lines).toBe(ROWS + 1);
  const left = () => withSystemTx((tx) => tx.query(sql`select job, error from outbox`));
  await vi.waitFor(async () => expect(await left()).toEqual([]), SLOW);
}

/** What broken uploads have left behind goes with the sweep that the worker runs. */
const sweepUploads = () => objects().sweep(new Date(Date.now() + 60_000));

describe('an export of 200,000 orders', () => {
  it('is finished by the next worker when its worker is killed', { timeout: 120_000 }, async () => {
    worker.start();
    const { id, startedAt } = await halfway();
    await worker.kill();
    expect((await getExport(tenant.ctx, id)).state).toBe('running');
    expect(await keys(`exports/${tenant.tenantId}/${id}`)).toEqual([]);
    worker.start();
    await expectWhole(id);
    expect(await startOf(id)).not.toBe(startedAt);
    expect(await sweepUploads()).toBe(1);
    expect(await sweepUploads()).toBe(0);
  });

  it('is not disturbed when Redis is killed and comes back', { timeout: 120_000 }, async () => {
    worker.start();
    const { id, startedAt } = await halfway();
    await redis.kill();
    expect((await getExport(tenant.ctx, id)).state).toBe('running');
    redis.start();
    await expectWhole(id);
    expect(await startOf(id)).toBe(startedAt);
    expect(await sweepUploads()).toBe(0);
  });

  it('is not disturbed, and not done twice, when Redis is wiped', { timeout: 120_000 }, async () => {
    worker.start();
    const { id, startedAt } = await halfway();
    await redis.flush();
    await expectWhole(id);
    expect(await startOf(id)).toBe(startedAt);
    expect(await sweepUploads()).toBe(0);
  });

  it(
    'is finished although worker and Redis are killed and Redis is wiped',
    { timeout: 120_000 },
    async () => {
      worker.start();
      const { id } = await halfway();
      await Promise.all([worker.kill(), redis.kill()]);
      redis.start();
      await redis.flush();
      worker.start();
      await expectWhole(id);
      expect(await sweepUploads()).toBe(1);
    },
  );
});
