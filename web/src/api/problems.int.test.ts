import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeApiKey } from '@countinghouse/core/api-keys';
import { sql } from '@countinghouse/core/platform/db';
import { newId } from '@countinghouse/core/platform/ids';
import { withTx } from '@countinghouse/core/platform/tx';
import { testTenant } from '@countinghouse/core/testing';
import { Problem } from './schemas';
import { testApi, type CallOptions, type TestApi } from './testing/server';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function problem(path: string, options?: CallOptions) {
  const answer = await api.call(path, options);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const document = Problem.parse(answer.body);
  expect(document.status).toBe(answer.status);
  expect(document.requestId).toBe(answer.headers.get('x-request-id'));
  return { ...document, headers: answer.headers };
}

describe('keys', () => {
  it.each([
    ['none', { key: null }],
    ['another kind', { key: null, headers: { authorization: 'Basic b3duZXI6eA==' } }],
    ['an unknown one', { key: `chk_${'A'.repeat(43)}` }],
  ])('%s: 401 with a challenge', async (_name, options) => {
    const { status, code, headers } = await problem('/api/v1/orders', options);
    expect({ status, code }).toEqual({ status: 401, code: 'unauthenticated' });
    expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('is refused once it is revoked', async () => {
    const key = await api.keyWith(['orders:read']);
    expect((await api.call('/api/v1/orders', { key })).status).toBe(200);
    const [row] = await withTx(api.tenant.ctx, ({ tx }) =>
      tx.query<{ id: string }>(
        sql`select id from api_keys where scopes = array['orders:read'] order by id desc limit 1`,
      ),
    );
    await revokeApiKey(api.tenant.ctx, row?.id ?? '');
    await expect.poll(async () => (await api.call('/api/v1/orders', { key })).status).toBe(401);
  });

  it('may only what its scopes say', async () => {
    const key = await api.keyWith(['orders:read', 'customers:write']);
    expect((await api.call('/api/v1/orders', { key })).status).toBe(200);
    const written = await problem('/api/v1/orders', { key, body: { items: [] } });
    expect(written).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: 'This key lacks the scope orders:write.',
    });
    expect((await problem('/api/v1/customers', { key })).status).toBe(403);
    expect((await problem('/api/v1/tax-categories', { key })).status).toBe(403);
  });
});

describe('requests that cannot be read', () => {
  it.each([
    ['broken JSON', '{"name":', 400, 'malformed'],
    ['no JSON at all', '', 400, 'malformed'],
    ['bytes that are no UTF-8', Buffer.from('{"name":"\xff"}', 'latin1'), 400, 'malformed'],
    ['something else than an object', '[]', 422, 'invalid'],
  ])('%s', async (_name, body, status, code) => {
    expect(await problem('/api/v1/customers', { method: 'POST', body })).toMatchObject({ status, code });
  });

  it('takes JSON only', async () => {
    const headers = { 'content-type': 'text/plain' };
    const refused = await problem('/api/v1/customers', { body: '{"name":"x"}', headers });
    expect(refused).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const zipped = await problem('/api/v1/customers', {
      body: { name: 'x' },
      headers: { 'content-encoding': 'gzip' },
    });
    expect(zipped.status).toBe(415);
  });

  it('takes 1 MB at most, announced or not', async () => {
    const notes = 'x'.repeat(1_100_000);
    expect(await problem('/api/v1/customers', { body: { name: 'x', notes } })).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    const chunked = await new Promise<string>((resolve) => {
      const socket = createConnection(Number(new URL(api.origin).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (bytes) => (answer += bytes.toString()));
      socket.on('error', () => resolve(answer));
      socket.on('close', () => resolve(answer));
      socket.write(
        `POST /api/v1/customers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.key}\r\n` +
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      for (let sent = 0; sent < 18; sent += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
    });
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('answers a path or method that does not exist', async () => {
    expect(await problem('/api/v1/nothing')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problem('/api/v2/orders')).toMatchObject({ status: 404 });
    const wrong = await problem('/api/v1/orders', { method: 'DELETE' });
    expect(wrong).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('values that are not right', () => {
  it('names every field', async () => {
    const { status, errors } = await problem('/api/v1/customers', {
      body: { name: '', emails: ['x'], more: 1 },
    });
    expect(status).toBe(422);
    expect(errors?.map(({ path }) => path).sort()).toEqual(['emails.0', 'more', 'name']);
  });

  it.each([
    'colour=red',
    'limit=0',
    'limit=201',
    'limit=5&limit=6',
    'cursor=abc',
    'sort=name',
    'status=lost',
    'tag=a%00',
    'placedFrom=0938-02-27',
    'placedTo=2026-02-30',
    'placedFrom=0001-01-01T00:00:00Z',
    `cursor=${Buffer.from(`["-placedAt","soon","${newId()}"]`).toString('base64url')}`,
    `cursor=${Buffer.from(`["-placedAt",null,"${newId()}"]`).toString('base64url')}`,
    `sort=total&cursor=${Buffer.from(`["total","1.5","${newId()}"]`).toString('base64url')}`,
    `sort=number&cursor=${Buffer.from(`["number","\\u0000","${newId()}"]`).toString('base64url')}`,
  ])('refuses the parameter %s', async (query) => {
    expect(await problem(`/api/v1/orders?${query}`)).toMatchObject({ status: 422, code: 'invalid' });
  });

  it.each(['q=%00', 'placedFrom=1000-01-01', 'placedTo=9999-12-31'])(
    'takes the parameter %s',
    async (query) => {
      expect((await api.call(`/api/v1/orders?${query}`)).status).toBe(200);
    },
  );

  const order = { items: [{ title: 'x', quantity: '1', unitPrice: '1' }] };
  it.each([
    ['orders', { ...order, notes: 'a\0' }, 422],
    ['orders', { ...order, tags: ['\0'] }, 422],
    ['orders', { ...order, notes: '\ud800' }, 422],
    ['orders', { ...order, placedAt: '0999-12-31T23:59:59Z' }, 422],
    ['orders', { ...order, placedAt: '9999-12-31T23:59:59Z' }, 422],
    ['customers', { name: 'x', notes: '\udfff' }, 422],
    ['exports', { resource: 'orders', format: 'csv', filters: { placedTo: '0938-02-27' } }, 422],
  ])('refuses what cannot be kept: %s %j', async (resource, body, status) => {
    expect(await problem(`/api/v1/${resource}`, { body })).toMatchObject({ status });
  });

  it('says which rule a conflict broke', async () => {
    const body = { name: 'Twice', externalNumber: 'T-1' };
    expect((await api.call('/api/v1/customers', { body })).status).toBe(201);
    expect(await problem('/api/v1/customers', { body })).toMatchObject({
      status: 409,
      code: 'conflict',
      reason: 'customer-number-taken',
    });
  });
});

describe('the border between companies', () => {
  it("answers 404 for another company's ids, whatever is tried", async () => {
    const other = await testTenant();
    const key = await api.keyWith(['*'], other);
    const customer = (await api.call('/api/v1/customers', { body: { name: 'Ours' } })).body;
    const order = (
      await api.call('/api/v1/orders', { body: { items: [{ title: 'x', quantity: '1', unitPrice: '1' }] } })
    ).body;
    const tax = api.tenant.taxes.standard;
    const exported = (await api.call('/api/v1/exports', { body: { resource: 'orders', format: 'csv' } }))
      .body;
    const attempts: [string, CallOptions][] = [
      [`/customers/${customer.id}`, {}],
      [
        `/customers/${customer.id}`,
        { method: 'PATCH', body: { name: 'Theirs' }, headers: { 'if-match': '"1"' } },
      ],
      [`/customers/${customer.id}/archive`, { method: 'POST' }],
      [`/orders/${order.id}`, {}],
      [`/orders/${order.id}`, { method: 'PATCH', body: { notes: 'x' }, headers: { 'if-match': '"1"' } }],
      ...['place', 'fulfil', 'close', 'cancel', 'archive', 'restore'].map((move): [string, CallOptions] => [
        `/orders/${order.id}/${move}`,
        { method: 'POST' },
      ]),
      [`/tax-categories/${tax}`, {}],
      [`/exports/${exported.id}`, {}],
      [`/exports/${exported.id}/download`, {}],
      [`/exports/${exported.id}/cancel`, { method: 'POST' }],
      [`/customers/${newId()}`, {}],
      ['/customers/no-id', {}],
    ];
    for (const [path, options] of attempts) {
      expect([path, (await problem(`/api/v1${path}`, { ...options, key })).status]).toEqual([path, 404]);
    }
    for (const list of ['orders', 'customers', 'products', 'exports', 'imports', 'files']) {
      expect((await api.call(`/api/v1/${list}`, { key })).body).toEqual({ data: [], nextCursor: null });
    }
  });
});

describe('failures of ours', () => {
  it('tells nothing but the request id', async () => {
    const { ctx } = api.tenant;
    const [{ id } = { id: '' }] = (await api.call('/api/v1/customers', { body: { name: 'Broken' } })).body
      ? await withTx(ctx, ({ tx }) =>
          tx.query<{ id: string }>(sql`select id from customers where name = 'Broken'`),
        )
      : [];
    // A stored address that no version of the product would have written.
    await withTx(ctx, ({ tx }) =>
      tx.execute(sql`update customers set delivery_addresses = 'null'::jsonb where id = ${id}::uuid`),
    );
    const { status, code, detail } = await problem(`/api/v1/customers/${id}`);
    expect({ status, code }).toEqual({ status: 500, code: 'internal' });
    expect(detail).not.toMatch(/null|address|TypeError/);
  });
});
