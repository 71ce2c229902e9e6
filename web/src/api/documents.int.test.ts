import { afterAll, beforeAll, expect, it } from 'vitest';
import { markPrinted, markPrintFailed, sampleSnapshot, writeDocument } from '@countinghouse/core/documents';
import { objects } from '@countinghouse/core/platform/objects';
import { withTx } from '@countinghouse/core/platform/tx';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

it('reads a document, tells how its printing goes, and leads to its PDF', async () => {
  const { ctx } = api.tenant;
  const id = await withTx(ctx, (ctx) => writeDocument(ctx, 'INV-2026-00007', sampleSnapshot()));
  const path = `/api/v1/documents/${id}`;
  expect((await api.call(path)).body).toMatchObject({
    id,
    number: 'INV-2026-00007',
    snapshot: { kind: 'invoice' },
  });
  expect(await api.call(`${path}/pdf`)).toMatchObject({ status: 409, body: { reason: 'pdf-pending' } });
  await markPrintFailed(ctx, [id]);
  expect(await api.call(`${path}/pdf`)).toMatchObject({ status: 409, body: { reason: 'pdf-failed' } });
  const again = await api.call(`${path}/print`, { method: 'POST' });
  expect(again).toMatchObject({ status: 200, body: { pdf: { state: 'pending' } } });
  const objectKey = `documents/${id}.pdf`;
  const { sha256, bytes } = await objects().put(objectKey, Buffer.from('PDF'), {
    contentType: 'application/pdf',
  });
  await markPrinted(ctx, id, { objectKey, sha256, bytes, pages: 1 });
  const answer = await api.call(`${path}/pdf`);
  expect(answer.status).toBe(302);
  expect(decodeURIComponent(answer.headers.get('location') ?? '')).toContain('INV-2026-00007.pdf');
});
