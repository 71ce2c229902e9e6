import { describe, expect, it } from 'vitest';
import { createOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { objects } from '../platform/objects';
import { withTx } from '../platform/tx';
import { testTenant } from '../testing';
import { advanceImport, cancelImport, createImport, getImport, startImport, sweepImports } from '.';
import { sourceKey } from './internal';
import { books, imported, never, nothing, planned, shopLines, uploaded } from './testing/journey';

const ORDERS = 900;
const many = shopLines(
  ...Array.from({ length: ORDERS * 2 }, (_, line) => {
    const order = line >> 1;
    return `${order},S${line % 40},Thing ${line % 40},2,2011-03-01 10:00:00,1.25,${order % 30},France`;
  }),
);
const whole = { ...nothing, orders: ORDERS, lines: ORDERS * 2, customers: 30, products: 40 };
const complete = { ...whole, money: String(ORDERS * 2 * 250), rollup: String(ORDERS), audits: ORDERS };

/** Fires at the n-th look: between batches, where a killed worker would have stopped. */
function signalAfter(looks: number): AbortSignal {
  const controller = new AbortController();
  let left = looks;
  const { signal } = controller;
  const look = signal.throwIfAborted.bind(signal);
  signal.throwIfAborted = () => {
    left -= 1;
    if (left < 0) controller.abort(new Error('killed'));
    look();
  };
  return signal;
}

async function started(ctx: Ctx) {
  const { id, version } = await planned(ctx, many);
  await startImport(ctx, id, version, { inProcess: true });
  return id;
}

const dropLines = (ctx: Ctx) => withTx(ctx, ({ tx }) => tx.execute(sql`delete from import_lines`));

describe('an interrupted import', () => {
  it('goes on behind the last committed batch, nothing double and nothing lost', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    await expect(advanceImport(ctx, id, signalAfter(2))).rejects.toThrow('killed');
    expect(await books(ctx)).toMatchObject({ orders: 500, lines: 1_000 });
    expect(await getImport(ctx, id)).toMatchObject({
      state: 'running',
      progress: { done: 500, total: ORDERS },
    });
    await advanceImport(ctx, id, never);
    expect(await books(ctx)).toEqual(complete);
    expect((await getImport(ctx, id)).result).toMatchObject({
      ordersCreated: { sales: ORDERS, returns: 0 },
      linesImported: ORDERS * 2,
      customersCreated: 30,
      productsCreated: 40,
      money: [{ amount: complete.money, currency: 'GBP' }],
    });
    await advanceImport(ctx, id, never);
    expect(await books(ctx)).toEqual(complete);
  });

  it('reads the file again when Postgres has lost the staged lines', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    await expect(advanceImport(ctx, id, signalAfter(1))).rejects.toThrow('killed');
    await dropLines(ctx);
    await advanceImport(ctx, id, never);
    expect(await getImport(ctx, id)).toMatchObject({ state: 'done' });
    expect(await books(ctx)).toEqual(complete);
  });

  it('does nothing double when two work on it at a time', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    await Promise.all([advanceImport(ctx, id, never), advanceImport(ctx, id, never)]);
    await advanceImport(ctx, id, never);
    expect(await getImport(ctx, id)).toMatchObject({ state: 'done', result: { linesImported: ORDERS * 2 } });
    expect(await books(ctx)).toEqual(complete);
  });

  it('plans again from the beginning', async () => {
    const { ctx } = await testTenant();
    const known = await planned(ctx, many);
    await withTx(ctx, ({ tx }) =>
      tx.db.import.updateMany({ where: { id: known.id }, data: { state: 'planning' } }),
    );
    await advanceImport(ctx, known.id, never);
    expect((await getImport(ctx, known.id)).plan).toEqual(known.plan);
  });

  it('stops at the next batch when cancelled; what is imported stays and is counted', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    await expect(advanceImport(ctx, id, signalAfter(1))).rejects.toThrow('killed');
    const cancelled = await cancelImport(ctx, id);
    expect(cancelled).toMatchObject({ state: 'cancelled', result: { ordersCreated: { sales: 250 } } });
    await advanceImport(ctx, id, never);
    expect(await books(ctx)).toMatchObject({ orders: 250 });
    await expect(cancelImport(ctx, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stops a worker in the middle when cancelled', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    const controller = new AbortController();
    const look = controller.signal.throwIfAborted.bind(controller.signal);
    let cancelling: Promise<unknown> | undefined;
    controller.signal.throwIfAborted = () => {
      cancelling ??= cancelImport(ctx, id);
      look();
    };
    await advanceImport(ctx, id, controller.signal);
    await cancelling;
    const { state, result } = await getImport(ctx, id);
    const { orders } = await books(ctx);
    expect(state).toBe('cancelled');
    expect(orders).toBeLessThan(ORDERS);
    expect(result?.ordersCreated.sales ?? 0).toBe(orders);
  });

  it('counts an order that somebody made between plan and run as one that exists', async () => {
    const { ctx } = await testTenant();
    const id = await started(ctx);
    const item = { title: 'By hand', quantity: '1', unitPrice: '1' };
    await createOrder(ctx, { externalNumber: '7', items: [item] });
    await advanceImport(ctx, id, never);
    expect((await getImport(ctx, id)).result).toMatchObject({ ordersDifferent: 1, linesRejected: 2 });
  });
});

describe('the sweep', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  it('ends what nobody goes on with and deletes the files of finished imports, but nothing that runs', async () => {
    const { ctx } = await testTenant();
    const line = '1,A,Lamp,2,2011-01-01 08:26:00,1.5,,France';
    const waiting = (await createImport(ctx, { fileName: 'a.csv', bytes: 5 })).import.id;
    const mapped = (await uploaded(ctx, shopLines(line))).id;
    const done = (await imported(ctx, shopLines(line))).id;
    const running = await started(ctx);
    const states = () =>
      Promise.all([waiting, mapped, done, running].map(async (id) => (await getImport(ctx, id)).state));
    await sweepImports(inDays(2));
    expect(await states()).toEqual(['cancelled', 'mapping', 'done', 'running']);
    await expect(objects().head(sourceKey(ctx.tenantId, done))).resolves.toBeDefined();
    await sweepImports(inDays(8));
    expect(await states()).toEqual(['cancelled', 'cancelled', 'done', 'running']);
    await expect(objects().head(sourceKey(ctx.tenantId, done))).rejects.toMatchObject({ code: 'not-found' });
    await sweepImports(inDays(30));
    await expect(objects().head(sourceKey(ctx.tenantId, mapped))).rejects.toMatchObject({
      code: 'not-found',
    });
    await advanceImport(ctx, running, never);
    expect((await getImport(ctx, running)).state).toBe('done');
  });
});
