import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocument, type DocumentSnapshot } from '../documents';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import { eInvoiceFile, eInvoiceFormats, eInvoiceProblems } from './index';
import { readBack } from './testing/read-back';
import { tradeSnapshot } from './testing/trade-snapshot';

let company: TestTenant;
beforeAll(async () => {
  company = await testTenant();
});

const documentOf = (number: string, snapshot: DocumentSnapshot) =>
  withTx(company.ctx, (ctx) => writeDocument(ctx, number, snapshot));

describe('eInvoiceFile', () => {
  it.each(eInvoiceFormats)('hands out an invoice as %s, the same each time', async (format) => {
    const number = `INV/2026-${format}`;
    const id = await documentOf(number, tradeSnapshot());
    const file = await eInvoiceFile(company.ctx, id, format);
    expect(file.fileName).toBe(`INV-2026-${format}-${format}.xml`);
    expect(file.contentType).toBe('application/xml; charset=utf-8');
    expect(readBack(file.body)).toMatchObject({ paymentReference: number, totals: { total: '119.00' } });
    expect(await eInvoiceFile(company.ctx, id, format)).toEqual(file);
  });

  it('says what keeps a document from being one', async () => {
    const id = await documentOf('INV-7', tradeSnapshot({ buyerReference: null }));
    await expect(eInvoiceFile(company.ctx, id, 'xrechnung')).rejects.toMatchObject({
      code: 'conflict',
      reason: 'e-invoice-invalid',
      message: 'This is no valid e-invoice. XRechnung needs the buyer reference (Leitweg-ID).',
    });
    expect(await eInvoiceProblems(company.ctx, id, 'xrechnung')).toMatchObject([{ code: 'buyer-reference' }]);
    expect(await eInvoiceProblems(company.ctx, id, 'ubl')).toEqual([]);
  });

  it('is not for offers and letters', async () => {
    const trade = tradeSnapshot();
    const { seller, buyer, currency, payment, intro, outro, footer, brand, issueDate, language } = trade;
    const letter: DocumentSnapshot = {
      ...{ seller, buyer, currency, payment, intro, outro, footer, brand, issueDate, language },
      schema: 1,
      kind: 'reminder',
      title: 'Reminder',
      period: null,
      openingMinor: '0',
      entries: [],
      totalMinor: '0',
    };
    for (const [number, snapshot] of [
      ['OF-1', tradeSnapshot({ kind: 'offer' })],
      ['R-1', letter],
    ] as const) {
      const id = await documentOf(number, snapshot);
      const refusal = { code: 'conflict', reason: 'e-invoice-kind' };
      await expect(eInvoiceFile(company.ctx, id, 'cii')).rejects.toMatchObject(refusal);
      await expect(eInvoiceProblems(company.ctx, id, 'cii')).rejects.toMatchObject(refusal);
    }
  });

  it('is not for other companies', async () => {
    const id = await documentOf('INV-9', tradeSnapshot());
    const stranger = await testTenant();
    const missing = { code: 'not-found' };
    await expect(eInvoiceFile(stranger.ctx, id, 'ubl')).rejects.toMatchObject(missing);
    await expect(eInvoiceFile(company.ctx, newId(), 'ubl')).rejects.toMatchObject(missing);
  });
});
