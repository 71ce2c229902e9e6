import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { decodeCursor, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { importInTenant, toImportDto, toImportSummary } from './internal';
import { importPolicy } from './policy';
import { ListImportsInput, type ImportDto, type ImportSummaryDto } from './schemas';

const SORT = '-createdAt';

/** The company's imports, newest first. */
export async function listImports(ctx: Ctx, input: ListImportsInput = {}): Promise<Page<ImportSummaryDto>> {
  demand(ctx, importPolicy.read);
  const { limit, cursor, state } = parse(ListImportsInput, input);
  const after = cursor ? decodeCursor(cursor, SORT) : undefined;
  const rows = await withTx(ctx, (ctx) =>
    ctx.tx.db.import.findMany({
      where: { tenantId: ctx.tenantId, ...(state && { state }), ...(after && { id: { lt: after.id } }) },
      omit: { format: true, mapping: true, options: true },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  );
  return toPage(rows.map(toImportSummary), limit, SORT, () => null);
}

/** @throws AppError `not-found` */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportDto> {
  demand(ctx, importPolicy.read);
  return withTx(ctx, async (ctx) => toImportDto(await importInTenant(ctx, importId)));
}
