import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sql } from '@countinghouse/core/platform/db';
import { enqueue } from '@countinghouse/core/platform/outbox';
import { defineJob, redis } from '@countinghouse/core/platform/queues';
import { config } from '@countinghouse/core/platform/config';
import { withSystemTx, withTx } from '@countinghouse/core/platform/tx';
import { testTenant } from '@countinghouse/core/testing';
import { handle, PermanentFailure, type JobHandler } from './handler';
import { Background } from './worker';

const Payload = z.object({ mark: z.string() });
const job = defineJob({ name: 'test.mark', payload: Payload, attempts: 3, backoffMs: 20 });
const capped = defineJob({ name: 'test.capped', payload: Payload, perTenant: 1 });

const outboxRows = () =>
  withSystemTx((tx) =>
    tx.query<{ job: string; failed: boolean; error: string | null }>(
      sql`select job, failed_at is not null as failed, error from outbox`,
    ),
  );

async function wipeRedis(): Promise<void> {
  const keys = await redis().keys(`${config().REDIS_PREFIX}:*`);
  if (keys.length > 0) await redis().del(...keys);
}

let running: Background | undefined;

async function start(...handlers: JobHandler[]): Promise<void> {
  running = new Background(new Map(handlers.map((each) => [each.job.name, each])), []);
  await running.start((error) => {
    throw error;
  });
}

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('background work', () => {
  it('runs what a committed transaction wrote, as the system in that company, and forgets it', async () => {
    const { ctx, tenantId } = await testTenant();
    const seen: string[] = [];
    await start(
      handle(job, {
        run: async ({ ctx, payload }) =>
          void seen.push(`${ctx?.tenantId} ${ctx?.actor.type} ${payload.mark}`),
      }),
    );
    await withTx(ctx, (ctx) => enqueue(ctx, job, { mark: 'a' }));
    await vi.waitFor(async () => expect(await outboxRows()).toEqual([]), 10_000);
    expect(seen).toEqual([`${tenantId} system a`]);
  });

  it('runs nothing for a transaction that was rolled back', async () => {
    const { ctx } = await testTenant();
    const failing = withTx(ctx, async (ctx) => {
      await enqueue(ctx, job, { mark: 'never' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await outboxRows()).toEqual([]);
  });

  it('tries again, then gives up, tells the handler and keeps the row with its error', async () => {
    const { ctx } = await testTenant();
    const told: string[] = [];
    let runs = 0;
    await start(
      handle(job, {
        run: async () => {
          runs += 1;
          throw new Error('out of paper');
        },
        giveUp: async ({ payload }) => void told.push(payload.mark),
      }),
    );
    await withTx(ctx, (ctx) => enqueue(ctx, job, { mark: 'b' }));
    await vi.waitFor(
      async () =>
        expect(await outboxRows()).toEqual([{ job: job.name, failed: true, error: 'Error: out of paper' }]),
      10_000,
    );
    expect({ runs, told }).toEqual({ runs: 3, told: ['b'] });
    await withSystemTx((tx) => tx.execute(sql`delete from outbox`));
  });

  it('gives up at once on a permanent failure', async () => {
    const { ctx } = await testTenant();
    let runs = 0;
    await start(
      handle(job, {
        run: async () => {
          runs += 1;
          throw new PermanentFailure('no such file');
        },
      }),
    );
    await withTx(ctx, (ctx) => enqueue(ctx, job, { mark: 'c' }));
    await vi.waitFor(
      async () => expect((await outboxRows()).map((row) => row.failed)).toEqual([true]),
      10_000,
    );
    expect(runs).toBe(1);
    await withSystemTx((tx) => tx.execute(sql`delete from outbox`));
  });

  it('does everything exactly once although Redis is wiped while work waits and runs', async () => {
    const { ctx } = await testTenant();
    const runs = new Map<string, number>();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await start(
      handle(job, {
        run: async ({ payload }) => {
          runs.set(payload.mark, (runs.get(payload.mark) ?? 0) + 1);
          await gate;
        },
      }),
    );
    const marks = Array.from({ length: 40 }, (_, index) => `m${index}`);
    await withTx(ctx, async (ctx) => {
      for (const mark of marks) await enqueue(ctx, job, { mark });
    });
    await vi.waitFor(() => expect(runs.size).toBeGreaterThanOrEqual(5), 10_000);
    await wipeRedis();
    release();
    await vi.waitFor(async () => expect(await outboxRows()).toEqual([]), 25_000);
    expect([...runs.keys()].sort()).toEqual([...marks].sort());
    expect([...runs.values()].every((count) => count === 1)).toBe(true);
  });

  it('lets one company run only as much of a kind at a time as its cap allows', async () => {
    const [{ ctx }, other] = await Promise.all([testTenant(), testTenant()]);
    let [now, most] = [0, 0];
    const order: string[] = [];
    await start(
      handle(capped, {
        run: async ({ ctx, payload }) => {
          if (ctx?.tenantId !== other.tenantId) {
            now += 1;
            most = Math.max(most, now);
          }
          order.push(payload.mark);
          await new Promise((resolve) => setImmediate(resolve));
          if (ctx?.tenantId !== other.tenantId) now -= 1;
        },
      }),
    );
    await withTx(ctx, async (ctx) => {
      for (let index = 0; index < 5; index += 1) await enqueue(ctx, capped, { mark: `x${index}` });
    });
    await withTx(other.ctx, (ctx) => enqueue(ctx, capped, { mark: 'other' }));
    await vi.waitFor(async () => expect(await outboxRows()).toEqual([]), 20_000);
    expect(most).toBe(1);
    expect(order.indexOf('other')).toBeLessThan(3);
  });

  it('keeps no company waiting behind what another has waiting by the thousand', async () => {
    const [{ ctx }, other] = await Promise.all([testTenant(), testTenant()]);
    await withTx(ctx, (ctx) =>
      ctx.tx.execute(sql`
        insert into outbox (id, tenant_id, job, payload, available_at)
        select gen_random_uuid(), ${ctx.tenantId}::uuid, ${capped.name}, '{"mark": "many"}', now() - interval '1 hour'
        from generate_series(1, 3000)`),
    );
    await withTx(other.ctx, (ctx) => enqueue(ctx, capped, { mark: 'other' }));
    const seen: string[] = [];
    await start(handle(capped, { run: ({ payload }) => Promise.resolve(void seen.push(payload.mark)) }));
    await vi.waitFor(() => expect(seen).toContain('other'), 20_000);
    expect(seen.length).toBeLessThan(1_000);
    await running?.stop();
    running = undefined;
    await withSystemTx((tx) => tx.execute(sql`delete from outbox`));
  });
});
