import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import type { Prisma } from '../platform/db';
import { invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { enqueue } from '../platform/outbox';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { toExportDto } from './internal';
import { runExportJob } from './jobs';
import { columnTitle } from './labels';
import { CreateExportInput, type ExportDto } from './schemas';
import type { ExportSource } from './source';
import { sourceOf } from './sources';

function chosenColumns(source: ExportSource, columns: readonly string[] | undefined): string[] {
  columns?.forEach((key, index) => {
    if (!source.columns.some((column) => column.key === key)) {
      throw invalid(`columns.${index}`, 'column');
    }
  });
  return [...(columns ?? source.defaultColumns)];
}

function chosenSort(source: ExportSource, sort: string | undefined): string {
  const chosen = sort ?? source.sorts[0];
  if (!source.sorts.includes(chosen)) throw invalid('sort', 'sort');
  return chosen;
}

/**
 * Asks for a list as a file: filtered, sorted and with the columns as given. The worker writes it.
 * @throws AppError `invalid` naming the filter, column or sort that does not fit
 */
export async function createExport(ctx: Ctx, input: CreateExportInput): Promise<ExportDto> {
  demand(ctx, 'exports:write');
  const data = parse(CreateExportInput, input);
  const source = sourceOf(data.resource);
  demand(ctx, source.permission);
  parse(source.filters, data.filters);
  const columns = chosenColumns(source, data.columns);
  const sort = chosenSort(source, data.sort);
  return withTx(ctx, async (ctx) => {
    const tenant = await getTenant(ctx);
    const id = newId();
    const row = await ctx.tx.db.export.create({
      data: {
        id,
        tenantId: ctx.tenantId,
        resource: data.resource,
        format: data.format,
        filters: data.filters as Prisma.InputJsonObject,
        sort,
        columns,
        header: data.header,
        language: data.language ?? tenant.language,
        timeZone: tenant.timeZone,
        state: 'queued',
        fileName: `${data.resource}-${localDate(ctx.clock(), tenant.timeZone)}.${data.format}`,
        requestedBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
        requestedByApiKey: ctx.actor.type === 'api-key' ? ctx.actor.id : null,
        createdAt: ctx.clock(),
      },
    });
    await audit(ctx, {
      action: 'export.create',
      entityType: 'export',
      entityId: id,
      entityName: row.fileName,
      changes: {
        filters: { to: data.filters },
        columns: { to: columns.map((key) => columnTitle(key, 'en')) },
      },
    });
    await enqueue(ctx, runExportJob, { exportId: id });
    return toExportDto(row);
  });
}
