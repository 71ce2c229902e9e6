import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOperationsServer, type OperationsServer } from '@countinghouse/core/platform/health';
import { testApi, type TestApi } from './testing/server';

interface QueueReport {
  queues: Record<string, Record<string, number>>;
  outbox: { waiting: number; lagSeconds: number };
}

let api: TestApi;
let internal: OperationsServer;
beforeAll(async () => {
  api = await testApi({ operationsToken: 'operations-token-for-tests' });
  internal = await startOperationsServer(undefined, { port: 0, host: '127.0.0.1' });
});
afterAll(() => Promise.all([api.close(), internal.close()]));

const onInternalPort = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${internal.port}${path}`);
  return { status: response.status, text: await response.text() };
};

describe('the public port', () => {
  it('says that it is well, and nothing more', async () => {
    const { status, text } = await api.call('/health', { key: null });
    expect({ status, text }).toEqual({ status: 200, text: '{"status":"ok"}' });
  });

  it.each(['/health/detailed', '/health/queues', '/metrics'])(
    'shows %s to holders of the token only',
    async (path) => {
      expect((await api.call(path, { key: null })).status).toBe(404);
      expect((await api.call(path)).status).toBe(404);
      expect((await api.call(path, { key: 'operations-token-for-test!' })).status).toBe(404);
      expect((await api.call(path, { key: 'operations-token-for-tests' })).status).toBe(200);
    },
  );
});

describe('the internal port', () => {
  it('reports each component', async () => {
    const { status, text } = await onInternalPort('/health/detailed');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      status: 'ok',
      components: {
        postgres: { status: 'ok' },
        redis: { status: 'ok' },
        outbox: { status: 'ok' },
        storage: { status: 'ok' },
      },
    });
  });

  it('fails when a component fails, without telling why', async () => {
    const checks = [{ name: 'storage', run: () => Promise.reject(new Error('secret cause')) }];
    const failing = await startOperationsServer(checks, { port: 0, host: '127.0.0.1' });
    const response = await fetch(`http://127.0.0.1:${failing.port}/health/detailed`);
    const text = await response.text();
    await failing.close();
    expect(response.status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      status: 'failing',
      components: { storage: { status: 'failing' } },
    });
    expect(text).not.toContain('secret');
  });

  it('counts jobs per queue and what waits in the outbox', async () => {
    const queues = async () => JSON.parse((await onInternalPort('/health/queues')).text) as QueueReport;
    const before = await queues();
    expect(before.queues['exports']).toMatchObject({ waiting: 0, active: 0, failed: 0 });
    await api.call('/api/v1/exports', { body: { resource: 'orders', format: 'csv' } });
    const after = await queues();
    expect(after.outbox.waiting).toBe(before.outbox.waiting + 1);
  });

  it('measures by route and never by what was asked for', async () => {
    const { body } = await api.call('/api/v1/customers', { body: { name: 'Counted' } });
    await api.call(`/api/v1/customers/${body.id}?secret=1`);
    await api.call('/api/v1/guess/me');
    const { text } = await onInternalPort('/metrics');
    expect(text).toContain('route="/api/v1/customers/{id}",status="200"');
    expect(text).toContain('route="unknown",status="404"');
    for (const secret of [body.id, api.tenant.tenantId, 'guess', 'secret'])
      expect(text).not.toContain(secret);
    for (const name of [
      'outbox_lag_seconds',
      'queue_jobs{',
      'database_connections{',
      'build_info{',
      'process_cpu',
    ]) {
      expect(text).toContain(`countinghouse_${name}`);
    }
    const foreign = text
      .split('\n')
      .filter((line) => line && !line.startsWith('#') && !line.startsWith('countinghouse_'));
    expect(foreign).toEqual([]);
  });

  it('answers GET alone, and nothing else', async () => {
    const post = await fetch(`http://127.0.0.1:${internal.port}/metrics`, { method: 'POST' });
    expect(post.status).toBe(405);
    expect((await onInternalPort('/other')).status).toBe(404);
  });
});
