import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { decodeCursor, toPage, type Page } from '../platform/lists';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { exportInTenant, ownExports, toExportDto } from './internal';
import { ListExportsInput, type ExportDto } from './schemas';

const SORT = '-createdAt';

/** The actor's downloads, newest first. */
export async function listExports(ctx: Ctx, input: ListExportsInput = {}): Promise<Page<ExportDto>> {
  demand(ctx, 'exports:read');
  const { limit, cursor } = parse(ListExportsInput, input);
  const after = cursor ? decodeCursor(cursor, SORT) : undefined;
  const rows = await withTx(ctx, (ctx) =>
    ctx.tx.db.export.findMany({
      where: { ...ownExports(ctx), ...(after && { id: { lt: after.id } }) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  );
  return toPage(rows.map(toExportDto), limit, SORT, () => null);
}

/** @throws AppError `not-found` */
export async function getExport(ctx: Ctx, exportId: string): Promise<ExportDto> {
  demand(ctx, 'exports:read');
  return withTx(ctx, async (ctx) => toExportDto(await exportInTenant(ctx, exportId)));
}
