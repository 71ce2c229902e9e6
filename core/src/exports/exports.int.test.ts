import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { createOrder } from '../orders';
import { createCtx, type Ctx } from '../platform/context';
import { objects } from '../platform/objects';
import { withTx } from '../platform/tx';
import { actionsOf, jobsWaiting, rolledBack, testMember, testTenant, type TestTenant } from '../testing';
import {
  cancelExport,
  createExport,
  failExport,
  getExport,
  listExports,
  openExport,
  runExport,
  sweepExpiredExports,
} from './index';

const never = new AbortController().signal;
const orders = { resource: 'orders', format: 'csv', filters: {} } as const;

let tenant: TestTenant;
let ctx: Ctx;
beforeEach(async () => {
  tenant = await testTenant({ timeZone: 'Asia/Tashkent' });
  ctx = tenant.ctx;
});

const take = (title: string, placedAt: string, more: object = {}) =>
  createOrder(ctx, {
    status: 'placed',
    placedAt,
    items: [{ title, quantity: '2', unitPrice: '1.25' }],
    ...more,
  });

async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of objects().list(`exports/${tenant.tenantId}`)) found.push(key);
  return found;
}

async function textOf(exportId: string): Promise<string> {
  const { body } = await objects().get(`exports/${tenant.tenantId}/${exportId}.csv`);
  return Buffer.concat(await body.toArray()).toString('utf8');
}

async function ready(input: Parameters<typeof createExport>[1] = orders) {
  const { id } = await createExport(ctx, input);
  await runExport(ctx, id, never);
  return getExport(ctx, id);
}

describe('an export', () => {
  it('holds what the list shows: its filters, columns, order and the time of the company', async () => {
    const customer = await createCustomer(ctx, { name: '=Hawthorn; "Sons"' });
    await take('First', '2026-11-20T20:30:00Z', { customerId: customer.id });
    await take('Second', '2026-11-21T01:00:00Z', { tags: ['gift', 'late'] });
    await take('Other day', '2026-11-19T01:00:00Z');
    await take('Draft', '2026-11-21T02:00:00Z', { status: 'draft' });
    const done = await ready({
      ...orders,
      filters: { status: 'placed', placedFrom: '2026-11-21', placedTo: '2026-11-21' },
      sort: 'placedAt',
      columns: ['number', 'customer', 'placedAt', 'total', 'tags'],
      header: 'keys',
    });
    expect(done).toMatchObject({ state: 'ready', progress: { done: 2, total: 2 }, error: null });
    const text = await textOf(done.id);
    expect(text.replace('\uFEFF', '').split(/\r?\n/)).toEqual([
      'number,customer,placedAt,total,tags',
      `SO-26-00001,"'=Hawthorn; ""Sons""",2026-11-21 01:30:00,3.00,""`,
      'SO-26-00002,,2026-11-21 06:00:00,3.00,"gift, late"',
      '',
    ]);
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(done.file).toEqual({
      name: done.fileName,
      bytes: String(Buffer.byteLength(text)),
      sha256,
    });
  });

  it('says titles and choices in the language of who asked', async () => {
    await take('First', '2026-11-20T20:30:00Z');
    const { id } = await ready({ ...orders, language: 'ru', columns: ['number', 'status'] });
    expect(await textOf(id)).toMatch(/^\uFEFF[А-Яа-я]+,[А-Яа-я]+\r?\nSO-26-00001,[А-Яа-я]/);
  });

  it('is the same, byte by byte, when asked for and run again', async () => {
    await take('First', '2026-11-20T20:30:00Z');
    const [first, second] = [await ready(), await ready()];
    expect(second.file?.sha256).toBe(first.file?.sha256);
    await runExport(ctx, first.id, never);
    expect(await getExport(ctx, first.id)).toEqual(first);
    expect(await keys()).toHaveLength(2);
  });

  it.each([
    [{ filters: { colour: 'red' } }, 'colour'],
    [{ columns: ['number', 'secret'] }, 'columns.1'],
    [{ sort: 'secret' }, 'sort'],
    [{ format: 'exe' }, 'format'],
  ])('refuses %j and names %s', async (change, path) => {
    const asked = createExport(ctx, { ...orders, ...(change as object) });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', faults: [{ path }] });
    expect((await listExports(ctx)).rows).toEqual([]);
  });

  it('leaves neither record nor job when the transaction around it fails', async () => {
    const before = await jobsWaiting('export.run');
    await rolledBack(ctx, (ctx) => createExport(ctx, orders));
    expect((await listExports(ctx)).rows).toEqual([]);
    expect(await jobsWaiting('export.run')).toBe(before);
    expect(await actionsOf(ctx)).toEqual([]);
  });
});

describe('an export that does not end well', () => {
  it('is not written once it is cancelled, and cannot be cancelled twice', async () => {
    const { id } = await createExport(ctx, orders);
    expect(await cancelExport(ctx, id)).toMatchObject({ state: 'cancelled' });
    await runExport(ctx, id, never);
    expect(await keys()).toEqual([]);
    await expect(cancelExport(ctx, id)).rejects.toMatchObject({ reason: 'export-finished' });
    await expect(openExport(ctx, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has a file if and only if it is ready, when it is cancelled while it is written', async () => {
    await take('First', '2026-11-20T20:30:00Z');
    const { id } = await createExport(ctx, orders);
    const running = runExport(ctx, id, never);
    await Promise.all([running, cancelExport(ctx, id).catch(() => undefined)]);
    const { state } = await getExport(ctx, id);
    expect(['ready', 'cancelled']).toContain(state);
    expect(await keys()).toHaveLength(state === 'ready' ? 1 : 0);
  });

  it('leaves no file when it is aborted, and can be run again', async () => {
    const { id } = await createExport(ctx, orders);
    await expect(runExport(ctx, id, AbortSignal.abort())).rejects.toThrow();
    expect(await keys()).toEqual([]);
    expect(await getExport(ctx, id)).toMatchObject({ state: 'running', file: null });
    await runExport(ctx, id, never);
    expect(await getExport(ctx, id)).toMatchObject({ state: 'ready' });
  });

  it('says that it failed when it is given up', async () => {
    const { id } = await createExport(ctx, orders);
    await failExport(ctx, id);
    expect(await getExport(ctx, id)).toMatchObject({ state: 'failed', error: 'failed', file: null });
    await runExport(ctx, id, never);
    expect(await keys()).toEqual([]);
  });
});

describe('the file', () => {
  it('is had by a link, which is noted, for as long as it is kept', async () => {
    const { id, expiresAt } = await ready();
    expect(await openExport(ctx, id)).toMatch(/^http/);
    expect(await actionsOf(ctx)).toEqual(['export.create', 'export.download']);
    await sweepExpiredExports(new Date(Date.parse(expiresAt ?? '') - 1));
    expect(await keys()).toHaveLength(1);
    expect(await sweepExpiredExports(new Date(Date.parse(expiresAt ?? '') + 1))).toBe(1);
    expect(await keys()).toEqual([]);
    expect(await getExport(ctx, id)).toMatchObject({ state: 'expired', file: null });
    await expect(openExport(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('belongs to who asked for it: not to colleagues, keys or other companies', async () => {
    const { id } = await ready();
    const colleague = (await testMember(tenant.tenantId, 'owner')).ctx;
    const key = createCtx({
      tenantId: tenant.tenantId,
      actor: { type: 'api-key', id: tenant.userId, name: 'k', scopes: ['*'] },
    });
    for (const other of [colleague, key, await tenant.foreign()]) {
      for (const verb of [getExport, openExport, cancelExport]) {
        await expect(verb(other, id)).rejects.toMatchObject({ code: 'not-found' });
      }
      expect((await listExports(other)).rows).toEqual([]);
    }
  });

  it('does not outlive lost access', async () => {
    const { id } = await ready();
    await expect(openExport(tenant.ctxAs('viewer'), id)).rejects.toMatchObject({ code: 'forbidden' });
    const actor = { type: 'api-key', id: tenant.userId, name: 'k', scopes: ['exports:read'] } as const;
    await withTx(ctx, ({ tx }) =>
      tx.db.export.updateMany({ where: { id }, data: { requestedByApiKey: tenant.userId } }),
    );
    const noOrders = createCtx({ tenantId: tenant.tenantId, actor });
    await expect(openExport(noOrders, id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
