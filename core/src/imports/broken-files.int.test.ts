import { describe, expect, it } from 'vitest';
import { config } from '../platform/config';
import { objects } from '../platform/objects';
import { testTenant } from '../testing';
import { createImport, importUploaded, planImport, startImport } from '.';
import { uploadKey } from './internal';
import { books, nothing, planned, shopLines, uploaded } from './testing/journey';

const GOOD = '9001,SKU1,A lamp,2,2010-12-01 08:26:00,2.55,77,United Kingdom';

describe('a broken file', () => {
  const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n';
  it.each([
    ['binary', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9]), 'binary'],
    ['an open quote', `${header}1,A,"Lamp,2,2011-01-01,1\n2,B,Cup,1,2011-01-01,1\n`, 'unclosed-quote'],
    ['a formula', `${header}1,A,=1+1,2,2011-01-01,1\n`, 'formula'],
    ['a header alone', header, 'empty'],
    ['no header', '1,A,Lamp,2,2011-01-01,1\n2,B,Cup,1,2011-01-01,1\n', 'no-header'],
    ['cut gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'truncated-gzip'],
  ])('%s fails with a clear answer and changes nothing', async (_name, content, code) => {
    const { ctx } = await testTenant();
    const failed = await uploaded(ctx, content);
    expect(failed).toMatchObject({ state: 'failed', error: { code, detail: expect.any(String) } });
    expect(await books(ctx)).toEqual(nothing);
  });

  it('fails the plan when the fault comes late, with its place', async () => {
    const { ctx } = await testTenant();
    const lines = Array.from({ length: 60_000 }, () => GOOD);
    const failed = await planned(ctx, shopLines(...lines, '9001,=cmd(),x,1,2010-12-01 08:26:00,1,7,France'));
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'formula', line: 60_002, column: 2 } });
    expect(await books(ctx)).toEqual(nothing);
  });

  it('without the needed columns cannot be planned', async () => {
    const { ctx } = await testTenant();
    const known = await uploaded(ctx, 'Name,Colour\nLamp,red\nCup,blue\n');
    expect(known.missing.length).toBeGreaterThan(2);
    await expect(
      planImport(ctx, known.id, { mapping: known.mapping ?? {} }, known.version),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(startImport(ctx, known.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('too large, empty, missing or of another size is refused before anything is read', async () => {
    const { ctx } = await testTenant();
    const tooLarge = { fileName: 'big.csv', bytes: config().IMPORT_MAX_BYTES + 1 };
    await expect(createImport(ctx, tooLarge)).rejects.toMatchObject({ code: 'too-large' });
    await expect(createImport(ctx, { fileName: 'a.csv', bytes: 0 })).rejects.toMatchObject({
      code: 'invalid',
    });
    const { import: row, upload } = await createImport(ctx, { fileName: 'a.csv', bytes: 10 });
    expect(upload).toMatchObject({ method: 'PUT' });
    await expect(importUploaded(ctx, row.id)).rejects.toMatchObject({ reason: 'file-not-arrived' });
    await objects().put(uploadKey(ctx.tenantId, row.id), Buffer.from('other'), { contentType: 'text/csv' });
    await expect(importUploaded(ctx, row.id)).rejects.toMatchObject({ reason: 'file-size' });
  });
});
