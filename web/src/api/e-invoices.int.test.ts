import { sampleSnapshot, writeDocument } from '@countinghouse/core/documents';
import { withTx } from '@countinghouse/core/platform/tx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
let documentId: string;
beforeAll(async () => {
  api = await testApi();
  const snapshot = { ...sampleSnapshot(), kind: 'invoice' as const, buyerReference: null };
  documentId = await withTx(api.tenant.ctx, (ctx) => writeDocument(ctx, 'INV-2026-00001', snapshot));
});
afterAll(() => api.close());

const download = (format: string, id = documentId) => api.call(`/api/v1/documents/${id}/${format}`);

describe('e-invoices over REST', () => {
  it.each([
    ['ubl', '<Invoice '],
    ['cii', '<rsm:CrossIndustryInvoice '],
  ])('gives %s as an attachment', async (format, root) => {
    const { status, headers, text } = await download(format);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(headers.get('content-disposition')).toContain(`filename="INV-2026-00001-${format}.xml"`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).toContain(root);
  });

  it('says what keeps it from being an XRechnung', async () => {
    const { status, body } = await download('xrechnung');
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'conflict', reason: 'e-invoice-invalid' });
    expect(body['detail']).toContain('XRechnung needs the buyer reference (Leitweg-ID).');
  });

  it('asks for a key that may read invoices, and for a document of its company', async () => {
    const path = `/api/v1/documents/${documentId}/ubl`;
    const key = await api.keyWith(['orders:read']);
    expect(await api.call(path, { key })).toMatchObject({ status: 403 });
    expect(await download('ubl', '01890a5d-ac96-774b-bcce-b302099a8057')).toMatchObject({ status: 404 });
    expect(await download('docx')).toMatchObject({ status: 404 });
  });
});
