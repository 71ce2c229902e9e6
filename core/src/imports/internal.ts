import type { TxCtx } from '../platform/context';
import { sql, type Prisma } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { objects } from '../platform/objects';
import { enqueueFor } from '../platform/outbox';
import { advanceImportJob } from './jobs';
import { missingFields } from './mapping';
import type { OpenFile } from './reader';
import type { ImportDto, ImportFailure, ImportFormat, ImportOptions, ImportPhase } from './schemas';
import type { ImportPlan, ImportResult, ImportSummaryDto, OrderMapping } from './schemas';
import type { ImportState } from './states';

export type ImportRow = Prisma.ImportGetPayload<object>;

/** Where the file lies; what was uploaded is copied there, so that no link can change it afterwards. */
export const sourceKey = (tenantId: string, importId: string) => `imports/${tenantId}/${importId}`;
export const uploadKey = (tenantId: string, importId: string) => `imports/${tenantId}/${importId}-upload`;
export const reportKey = (row: Pick<ImportRow, 'tenantId' | 'id' | 'version'>) =>
  `imports/${row.tenantId}/${row.id}-report-${row.version}.csv`;

/** Opens the file of an import from its first byte. */
export const openerOf =
  (row: Pick<ImportRow, 'objectKey'>): OpenFile =>
  async () =>
    (await objects().get(row.objectKey)).body;

export const formatOf = (row: ImportRow) => row.format as unknown as ImportFormat | null;
export const mappingOf = (row: ImportRow) => row.mapping as unknown as OrderMapping | null;
export const optionsOf = (row: ImportRow) => row.options as unknown as ImportOptions | null;
export const planOf = (row: ImportRow) => row.plan as unknown as ImportPlan | null;
export const resultOf = (row: ImportRow) => row.result as unknown as ImportResult | null;

export function toImportSummary(row: Omit<ImportRow, 'format' | 'mapping' | 'options'>): ImportSummaryDto {
  return {
    id: row.id,
    kind: 'orders',
    state: row.state as ImportState,
    version: row.version,
    file: { name: row.fileName, bytes: String(row.fileBytes), sha256: row.fileSha256 },
    progress: {
      phase: row.phase as ImportPhase | null,
      done: row.progressDone,
      total: row.progressTotal,
    },
    plan: row.plan as unknown as ImportPlan | null,
    result: row.result as unknown as ImportResult | null,
    error: row.error as unknown as ImportFailure | null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function toImportDto(row: ImportRow): ImportDto {
  const mapping = mappingOf(row);
  return {
    ...toImportSummary(row),
    format: formatOf(row),
    mapping,
    options: optionsOf(row),
    missing: mapping ? missingFields(mapping) : [],
  };
}

/** @throws AppError `not-found`, also for another company's */
export async function importInTenant(ctx: TxCtx, importId: string): Promise<ImportRow> {
  const row = isId(importId)
    ? await ctx.tx.db.import.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } } })
    : null;
  if (!row) throw notFound('import');
  return row;
}

/** As `importInTenant`, locked for a change. */
export async function lockImport(ctx: TxCtx, importId: string): Promise<ImportRow> {
  if (isId(importId)) {
    await ctx.tx.execute(
      sql`select 1 from imports where tenant_id = ${ctx.tenantId}::uuid and id = ${importId}::uuid for update`,
    );
  }
  return importInTenant(ctx, importId);
}

/** Takes the staged lines and problems away. */
export async function clearStaged(ctx: TxCtx, importId: string): Promise<void> {
  await ctx.tx.execute(
    sql`delete from import_lines where tenant_id = ${ctx.tenantId}::uuid and import_id = ${importId}::uuid`,
  );
}

export async function clearProblems(ctx: TxCtx, importId: string): Promise<void> {
  await ctx.tx.execute(
    sql`delete from import_problems where tenant_id = ${ctx.tenantId}::uuid and import_id = ${importId}::uuid`,
  );
}

export interface Background {
  /**
   * The caller goes on with `advanceImport` by itself, as the command line does. The job is there all the same, a
   * few minutes later, for the case that the caller is killed.
   */
  inProcess?: boolean;
}

const ABANDONED_MS = 5 * 60_000;

/** Has the worker do what the import's state asks for. */
export async function advanceLater(ctx: TxCtx, importId: string, { inProcess }: Background): Promise<void> {
  const at = new Date(Date.now() + (inProcess ? ABANDONED_MS : 0));
  await enqueueFor(ctx.tx, ctx.tenantId, advanceImportJob, { importId }, at);
}

export const importRecord = (row: Pick<ImportRow, 'id' | 'fileName'>, verb: string) => ({
  action: `import.${verb}`,
  entityType: 'import',
  entityId: row.id,
  entityName: row.fileName,
});
