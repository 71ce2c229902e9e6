import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@countinghouse/core/platform/db';
import { withTx } from '@countinghouse/core/platform/tx';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const countOf = (name: string) =>
  withTx(api.tenant.ctx, async ({ tx }) => {
    const rows = await tx.query(sql`select 1 from customers where name = ${name}`);
    return rows.length;
  });

const create = (key: string, body: object) =>
  api.call('/api/v1/customers', { body, headers: { 'idempotency-key': key } });

describe('Idempotency-Key', () => {
  it('answers the same request with the first answer, byte by byte', async () => {
    const first = await create('same-1', { name: 'Once' });
    const second = await create('same-1', { name: 'Once' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await countOf('Once')).toBe(1);
  });

  it('refuses the key for another body or another address', async () => {
    await create('other-1', { name: 'First' });
    const other = await create('other-1', { name: 'Second' });
    expect(other).toMatchObject({ status: 409, body: { reason: 'idempotency-key-reused' } });
    const elsewhere = await api.call('/api/v1/products', {
      body: { name: 'First' },
      headers: { 'idempotency-key': 'other-1' },
    });
    expect(elsewhere.status).toBe(409);
    expect(await countOf('Second')).toBe(0);
  });

  it('happens once when it arrives eight times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('race-1', { name: 'Race' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(answers.filter(({ headers }) => !headers.get('idempotency-replayed'))).toHaveLength(1);
    expect(await countOf('Race')).toBe(1);
  });

  it('keeps no key of a request that failed', async () => {
    expect((await create('failed-1', { name: '' })).status).toBe(422);
    expect((await create('failed-1', { name: 'Right now' })).status).toBe(201);
  });

  it('belongs to one API key', async () => {
    const key = await api.keyWith(['customers:*']);
    await create('mine-1', { name: 'Mine' });
    const theirs = await api.call('/api/v1/customers', {
      key,
      body: { name: 'Mine' },
      headers: { 'idempotency-key': 'mine-1' },
    });
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
    expect(await countOf('Mine')).toBe(2);
  });

  it('repeats an action on a record', async () => {
    const { body } = await api.call('/api/v1/orders', {
      body: { items: [{ title: 'x', quantity: '1', unitPrice: '1' }] },
    });
    const place = () =>
      api.call(`/api/v1/orders/${body.id}/place`, {
        method: 'POST',
        headers: { 'idempotency-key': 'place-1' },
      });
    const [first, second] = [await place(), await place()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    const without = await api.call(`/api/v1/orders/${body.id}/place`, { method: 'POST' });
    expect(without).toMatchObject({ status: 409, body: { reason: 'cannot-place' } });
  });

  it.each(['', 'with space', 'x'.repeat(256)])('refuses the key "%s"', async (key) => {
    expect(await create(key, { name: 'Never' })).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

describe('If-Match', () => {
  const patch = (id: string, tag: string | undefined, body: object) =>
    api.call(`/api/v1/customers/${id}`, {
      method: 'PATCH',
      body,
      headers: tag === undefined ? {} : { 'if-match': tag },
    });

  it('lets one of two changes through', async () => {
    const made = await api.call('/api/v1/customers', { body: { name: 'Versioned' } });
    const tag = made.headers.get('etag') ?? '';
    const first = await patch(made.body.id, tag, { notes: 'first' });
    expect(first).toMatchObject({ status: 200, body: { notes: 'first', version: 2 } });
    expect(first.headers.get('etag')).toBe('"2"');
    expect(await patch(made.body.id, tag, { notes: 'second' })).toMatchObject({
      status: 412,
      body: { code: 'stale' },
    });
    expect((await patch(made.body.id, 'W/"2"', { notes: 'third' })).status).toBe(200);
  });

  it('is required, and must be one version', async () => {
    const made = await api.call('/api/v1/customers', { body: { name: 'Needed' } });
    expect(await patch(made.body.id, undefined, { notes: 'x' })).toMatchObject({
      status: 428,
      body: { code: 'precondition-required' },
    });
    for (const tag of ['*', '3', '"a"', '"1", "2"']) {
      expect((await patch(made.body.id, tag, { notes: 'x' })).status).toBe(400);
    }
  });

  it('is heeded where it is optional', async () => {
    const { body } = await api.call('/api/v1/customers', { body: { name: 'Archive me' } });
    const archive = (headers: Record<string, string>) =>
      api.call(`/api/v1/customers/${body.id}/archive`, { method: 'POST', headers });
    expect((await archive({ 'if-match': '"7"' })).status).toBe(412);
    expect(await archive({})).toMatchObject({ status: 200, body: { archived: true } });
  });
});
