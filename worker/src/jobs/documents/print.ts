import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { PDFDocument } from '@cantoo/pdf-lib';
import {
  documentsToPrint,
  markPrinted,
  markPrintFailed,
  pdfKey,
  type PrintOrder,
} from '@countinghouse/core/documents';
import { documentPrint } from '@countinghouse/core/documents/jobs';
import type { Ctx } from '@countinghouse/core/platform/context';
import type { Logger } from '@countinghouse/core/platform/log';
import { objects } from '@countinghouse/core/platform/objects';
import { printer } from '../../adapters/chromium';
import { archivePdf, readPdf, takePages } from '../../adapters/pdf/archive';
import { companyOf, handle } from '../../handler';
import { printTogether } from './draw';
import { embeddedInvoice, factsOf } from './facts';

const AT_A_TIME = 5;

interface Work {
  ctx: Ctx;
  signal: AbortSignal;
  log: Logger;
}

/** Finishes one document's file: what it is, and the invoice as XML in it. */
const finish = (order: PrintOrder, document: PDFDocument): Promise<Buffer> =>
  archivePdf(document, factsOf(order), embeddedInvoice(order));

/** Keeps a file and says so. What is in the store already is the same bytes. */
async function keep({ ctx, signal }: Work, { id }: PrintOrder, bytes: Buffer, pages: number): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectKey = pdfKey(ctx.tenantId, id, sha256);
  await objects().put(objectKey, bytes, { contentType: 'application/pdf', bytes: bytes.length, signal });
  await markPrinted(ctx, id, { objectKey, sha256, bytes: bytes.length, pages });
}

async function printOne(work: Work, order: PrintOrder): Promise<void> {
  const { bytes } = await printer().use((desk) => printTogether(desk, [order]), work.signal);
  const document = await readPdf(bytes);
  await keep(work, order, await finish(order, document), document.getPageCount());
}

/** Prints many as one file and takes it apart: far less work for the browser than one after the other. */
async function printMany(work: Work, orders: readonly PrintOrder[]): Promise<void> {
  const { bytes, pages } = await printer().use((desk) => printTogether(desk, orders), work.signal);
  const whole = await readPdf(bytes);
  const expected = pages.reduce((sum, count) => sum + count, 0);
  if (whole.getPageCount() !== expected) {
    throw new Error(`printed ${whole.getPageCount()} pages where ${expected} were drawn`);
  }
  let first = 0;
  let keeping: Promise<void>[] = [];
  for (const [index, order] of orders.entries()) {
    const count = pages[index] ?? 0;
    const file = await finish(order, await takePages(whole, first, count));
    first += count;
    // The store and Postgres take some files while the next ones are made.
    const kept = keep(work, order, file, count);
    // Its failure is told by whoever waits for it, below.
    kept.catch(() => undefined);
    keeping.push(kept);
    if (keeping.length === AT_A_TIME) {
      await Promise.all(keeping);
      keeping = [];
    }
    // Between two files, whoever else waits in this process has a turn.
    await breath();
    work.signal.throwIfAborted();
  }
  await Promise.all(keeping);
}

/** One after the other; one that cannot be printed does not keep the others from it. */
async function printApart(work: Work, orders: readonly PrintOrder[]): Promise<void> {
  const failures: unknown[] = [];
  for (const order of orders) {
    work.signal.throwIfAborted();
    try {
      await printOne(work, order);
    } catch (error) {
      work.log.warn({ err: error, documentId: order.id }, 'a document could not be printed');
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} documents were not printed`);
}

/** Prints documents that have no PDF yet: together where there are several, apart where that fails. */
export const printDocuments = handle(documentPrint, {
  async run(run) {
    const work: Work = { ctx: companyOf(run), signal: run.signal, log: run.log };
    const { documentIds } = run.payload;
    const orders = await documentsToPrint(work.ctx, documentIds);
    if (orders.length > 1) {
      try {
        return await printMany(work, orders);
      } catch (error) {
        work.signal.throwIfAborted();
        work.log.warn({ err: error, count: orders.length }, 'documents are printed one by one');
      }
    }
    await printApart(work, await documentsToPrint(work.ctx, documentIds));
  },
  giveUp: (run) => markPrintFailed(companyOf(run), run.payload.documentIds),
});
