import { createHash } from 'node:crypto';
import type { Ctx } from '../platform/context';
import { Prisma } from '../platform/db';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { closePhase } from './claim';
import { detectColumns, guessOptions } from './detect';
import { formatOf, openerOf, type ImportRow } from './internal';
import { readerLimits } from './limits';
import { guessMapping, headerSignature, type OrderMapping } from './mapping';
import { inspectFile, type FileInspection, type FormatOverride, type OpenFile } from './reader';
import type { ImportFormat, ImportOptions } from './schemas';

async function hashOf(open: OpenFile, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    hash.update(chunk);
  }
  return hash.digest('hex');
}

/** What a person set about the format lies where the format will be, until it has been looked into. */
export const overrideOf = (row: ImportRow): FormatOverride =>
  (row.format as { override?: FormatOverride } | null)?.override ?? {};

const remembered = async (ctx: Ctx, header: string[]): Promise<OrderMapping | undefined> =>
  withTx(ctx, async ({ tx }) => {
    const signature = headerSignature(header);
    const found = await tx.db.importMapping.findUnique({
      where: { tenantId_kind_signature: { tenantId: ctx.tenantId, kind: 'orders', signature } },
    });
    return found?.mapping as OrderMapping | undefined;
  });

async function firstOptions(ctx: Ctx, guess: ReturnType<typeof guessOptions>): Promise<ImportOptions> {
  const [tenant, taxes] = await Promise.all([getTenant(ctx), loadTaxTable(ctx)]);
  return {
    currency: tenant.currency,
    taxCategoryId: taxes.defaultCategoryId,
    status: 'closed',
    ...guess,
  };
}

const toFormat = (found: FileInspection): ImportFormat => ({
  file: found.format,
  header: found.header,
  sample: found.sample,
  columns: detectColumns(found),
  rows: found.rows,
  sheets: found.sheets,
  warnings: found.warnings,
});

/**
 * Finds out what is in the file and how its columns may be meant; then the person decides.
 * @throws ImportFileError
 */
export async function inspectImport(ctx: Ctx, row: ImportRow, signal: AbortSignal): Promise<void> {
  const open = openerOf(row);
  const found = await inspectFile(open, {
    fileName: row.fileName,
    bytes: Number(row.fileBytes),
    limits: readerLimits(),
    override: overrideOf(row),
    signal,
  });
  const format = toFormat(found);
  const mapping = guessMapping(found.header, found.spread, await remembered(ctx, found.header));
  const options = await firstOptions(ctx, guessOptions(format.columns, mapping));
  const fileSha256 = await hashOf(open, signal);
  await withTx(ctx, (ctx) =>
    closePhase(ctx, row, {
      state: 'mapping',
      phase: null,
      format: format as object,
      mapping,
      options: { ...options },
      fileSha256,
      error: Prisma.DbNull,
    }),
  );
}

/** The format, once the file has been looked into. */
export function knownFormat(row: ImportRow): ImportFormat {
  const format = formatOf(row);
  if (!format?.file) throw new Error('the import has no format yet');
  return format;
}
