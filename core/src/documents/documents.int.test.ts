import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { withSystemTx, withTx } from '../platform/tx';
import { actionsOf, jobsWaiting, rolledBack, testTenant, type TestTenant } from '../testing';
import {
  documentsToPrint,
  getDocument,
  markPrinted,
  markPrintFailed,
  openDocumentPdf,
  pdfKey,
  reprintDocument,
  sampleSnapshot,
  sweepUnprinted,
  viewDocument,
  writeDocument,
} from './index';

let company: TestTenant;
beforeAll(async () => {
  company = await testTenant();
});

const write = (snapshot = sampleSnapshot()) =>
  withTx(company.ctx, (ctx) => writeDocument(ctx, 'INV-2026-00001', snapshot));
const pdf = (sha256 = 'a'.repeat(64)) => ({
  objectKey: `documents/${newId()}.pdf`,
  sha256,
  bytes: 3,
  pages: 2,
});

describe('the PDF of a document', () => {
  it('is there once it has been printed, and stays what it is', async () => {
    const id = await write();
    expect((await documentsToPrint(company.ctx, [id])).map(({ number }) => number)).toEqual([
      'INV-2026-00001',
    ]);
    const first = pdf();
    await objects().put(first.objectKey, Buffer.from('PDF'), { contentType: 'application/pdf' });
    expect(await markPrinted(company.ctx, id, first)).toBe(true);
    expect(await markPrinted(company.ctx, id, pdf('b'.repeat(64)))).toBe(false);
    await markPrintFailed(company.ctx, [id]);
    expect((await getDocument(company.ctx, id)).pdf).toEqual({
      state: 'ready',
      bytes: '3',
      sha256: first.sha256,
      pages: 2,
    });
    expect(await documentsToPrint(company.ctx, [id])).toEqual([]);
    const link = await openDocumentPdf(company.ctxAs('viewer'), id);
    expect(decodeURIComponent(link)).toContain('INV-2026-00001.pdf');
  });

  it('cannot be had while it is being printed, and asks for another try when that went wrong', async () => {
    const id = await write();
    await expect(openDocumentPdf(company.ctx, id)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'pdf-pending',
    });
    await markPrintFailed(company.ctx, [id]);
    await expect(openDocumentPdf(company.ctx, id)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'pdf-failed',
    });
    const waiting = await jobsWaiting('document.print');
    await rolledBack(company.ctx, (ctx) => reprintDocument(ctx, id));
    expect(await jobsWaiting('document.print')).toBe(waiting);
    expect(await reprintDocument(company.ctx, id)).toMatchObject({ pdf: { state: 'pending' } });
    expect(await jobsWaiting('document.print')).toBe(waiting + 1);
    expect(await actionsOf(company.ctx)).toContain('document.reprint');
    await reprintDocument(company.ctx, id);
    expect(await jobsWaiting('document.print')).toBe(waiting + 1);
  });

  it('belongs to its company', async () => {
    const id = await write();
    const foreign = await company.foreign();
    expect(await documentsToPrint(foreign, [id])).toEqual([]);
    expect(await markPrinted(foreign, id, pdf())).toBe(false);
    await markPrintFailed(foreign, [id]);
    expect((await getDocument(company.ctx, id)).pdf.state).toBe('pending');
    await expect(openDocumentPdf(foreign, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(pdfKey('t', 'd', 'c'.repeat(64))).toBe(`documents/t/d-${'c'.repeat(16)}.pdf`);
  });
});

it('is frozen for everything but what the printer reports', async () => {
  const id = await write();
  for (const change of [
    sql`number = 'X'`,
    sql`snapshot = '{}'`,
    sql`content_hash = ''`,
    sql`kind = 'offer'`,
  ]) {
    const changed = withTx(company.ctx, ({ tx }) =>
      tx.execute(sql`update documents set ${change} where id = ${id}::uuid`),
    );
    await expect(changed).rejects.toThrow('documents cannot be changed');
  }
  await expect(
    withTx(company.ctx, ({ tx }) => tx.execute(sql`delete from documents where id = ${id}::uuid`)),
  ).rejects.toThrow('documents cannot be changed');
});

it('is shown on screens as it is printed', async () => {
  const { page, snapshot } = await viewDocument(company.ctx, await write());
  expect(page).toMatchObject({ title: 'Invoice INV-2026-00001', language: 'en', paper: 'a4' });
  expect(page.html).toContain(snapshot.buyer.name.replace('&', '&amp;'));
});

describe('the sweep', () => {
  const later = () => new Date(Date.now() + 31 * 60_000);

  it('has documents printed that wait although no job knows of them, and once', async () => {
    const id = await write();
    expect(await sweepUnprinted(later())).toBe(0);
    await forget();
    expect(await sweepUnprinted()).toBe(0);
    expect(await sweepUnprinted(later())).toBeGreaterThan(0);
    expect(await sweepUnprinted(later())).toBe(0);
    const rows = await outbox();
    expect(rows.flatMap(({ payload }) => payload.documentIds)).toContain(id);
  });
});

const outbox = () =>
  withSystemTx((tx) =>
    tx.query<{ payload: { documentIds: string[] } }>(
      sql`select payload from outbox where job = 'document.print'`,
    ),
  );
const forget = () => withSystemTx((tx) => tx.execute(sql`delete from outbox where job = 'document.print'`));
