import { createHash } from 'node:crypto';
import {
  documentsToPrint,
  markPrinted,
  markPrintFailed,
  pdfKey,
  type PrintOrder,
} from '@countinghouse/core/documents';
import { documentPrint } from '@countinghouse/core/documents/jobs';
import type { Ctx } from '@countinghouse/core/platform/context';
import { objects } from '@countinghouse/core/platform/objects';
import { printer } from '../../adapters/chromium';
import { companyOf, handle } from '../../handler';
import { printTogether } from './draw';

async function keep(ctx: Ctx, { id }: PrintOrder, bytes: Buffer, pages: number): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectKey = pdfKey(ctx.tenantId, id, sha256);
  await objects().put(objectKey, bytes, { contentType: 'application/pdf', bytes: bytes.length });
  await markPrinted(ctx, id, { objectKey, sha256, bytes: bytes.length, pages });
}

/** Prints documents that have no PDF yet. */
export const printDocuments = handle(documentPrint, {
  async run(run) {
    const ctx = companyOf(run);
    for (const order of await documentsToPrint(ctx, run.payload.documentIds)) {
      const { bytes, pages } = await printer().use((desk) => printTogether(desk, [order]), run.signal);
      await keep(ctx, order, bytes, pages[0] ?? 1);
    }
  },
  giveUp: (run) => markPrintFailed(companyOf(run), run.payload.documentIds),
});
