import { buffer } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import { getDocument, sampleSnapshot, writeDocument } from '@countinghouse/core/documents';
import { objects } from '@countinghouse/core/platform/objects';
import { log } from '@countinghouse/core/platform/log';
import { sql } from '@countinghouse/core/platform/db';
import { readOne, withTx } from '@countinghouse/core/platform/tx';
import { testTenant } from '@countinghouse/core/testing';
import { closePrinter } from '../../adapters/chromium';
import { printDocuments } from './print';

afterAll(closePrinter);

const signal = new AbortController().signal;

it('prints a document once, and notes what it has printed', async () => {
  const { ctx } = await testTenant();
  const id = await withTx(ctx, (ctx) => writeDocument(ctx, 'INV-2026-00001', sampleSnapshot()));
  await printDocuments.run({ ctx, payload: { documentIds: [id] }, signal, log: log() });
  const { pdf } = await getDocument(ctx, id);
  expect(pdf).toMatchObject({ state: 'ready', pages: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const [row] = await readOne<{ key: string }>(
    ctx,
    sql`select pdf_object_key as key from documents where id = ${id}::uuid`,
  );
  const bytes = await buffer((await objects().get(row?.key ?? '')).body);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(String(bytes.length)).toBe(pdf.bytes);
  await printDocuments.run({ ctx, payload: { documentIds: [id] }, signal, log: log() });
  expect((await getDocument(ctx, id)).pdf).toEqual(pdf);
});
