import type { z } from 'zod';
import type { Ctx, TxCtx } from '../platform/context';
import { AppError, conflict, fault, invalid, parse, stale, type FieldFault } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { guessOptions, unclearNumbers } from './detect';
import { knownFormat } from './inspect';
import { advanceLater, lockImport, toImportDto, type Background, type ImportRow } from './internal';
import { headerSignature, missingFields, type OrderMapping } from './mapping';
import { importPolicy } from './policy';
import { ImportFormatInput, PlanImportInput } from './schemas';
import type { ImportDto, ImportFormat, ImportOptions } from './schemas';
import { canMove, type ImportMove, type ImportState } from './states';

type Wanted = z.output<typeof PlanImportInput>;

function mappingFaults(mapping: OrderMapping, header: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const taken = new Set<number>();
  for (const [field, column] of Object.entries(mapping)) {
    const path = `mapping.${field}`;
    if (column >= header.length) faults.push(fault(path, 'not-in-file'));
    else if (taken.has(column)) faults.push(fault(path, 'column-used'));
    taken.add(column);
  }
  for (const [field, ...others] of missingFields(mapping)) {
    const path = `mapping.${field}`;
    const fields = others.join(', ');
    faults.push(fields ? fault(path, 'one-of-columns-needed', { fields }) : fault(path, 'column-needed'));
  }
  return faults;
}

/** @throws AppError `invalid`: what the file does not tell has to be chosen */
function chosenOptions(format: ImportFormat, { mapping, options }: Wanted, row: ImportRow): ImportOptions {
  const before = row.options as unknown as ImportOptions;
  const guess = guessOptions(format.columns, mapping);
  const dateFormat = options.dateFormat ?? guess.dateFormat;
  if (dateFormat === null) {
    throw invalid('options.dateFormat', 'import-date-format', { reason: 'import-date-format' });
  }
  if (!options.decimal && unclearNumbers(format.columns, mapping)) {
    throw invalid('options.decimal', 'import-decimal', { reason: 'import-decimal' });
  }
  return {
    currency: options.currency ?? before.currency,
    taxCategoryId: options.taxCategoryId ?? before.taxCategoryId,
    status: options.status ?? before.status,
    returnPrefix: options.returnPrefix ?? guess.returnPrefix,
    dateFormat,
    decimal: options.decimal ?? null,
  };
}

async function demandTaxes(ctx: TxCtx, { taxCategoryId }: ImportOptions): Promise<void> {
  const taxes = await loadTaxTable(ctx);
  const today = ctx.clock().toISOString().slice(0, 10);
  if (!taxes.find(taxCategoryId, today)) throw invalid('options.taxCategoryId', 'unused-tax');
}

const remember = (ctx: TxCtx, header: string[], mapping: OrderMapping) => {
  const key = { tenantId: ctx.tenantId, kind: 'orders', signature: headerSignature(header) };
  const value = { mapping, updatedAt: ctx.clock() };
  return ctx.tx.db.importMapping.upsert({
    where: { tenantId_kind_signature: key },
    create: { ...key, ...value },
    update: value,
  });
};

async function lockedBefore(ctx: TxCtx, importId: string, move: ImportMove, expectedVersion: number) {
  const row = await lockImport(ctx, importId);
  if (!canMove(row.state as ImportState, move))
    throw conflict('This import cannot be changed any more.', 'import-not-mapping');
  if (row.version !== expectedVersion) throw stale();
  return row;
}

/**
 * Fixes what each column means, remembers it for files with the same header, and has the worker find out what the
 * import would do.
 * @throws AppError `invalid` naming the field or option, `stale`, `conflict` (`import-not-mapping`)
 */
export async function planImport(
  ctx: Ctx,
  importId: string,
  input: PlanImportInput,
  expectedVersion: number,
  background: Background = {},
): Promise<ImportDto> {
  demand(ctx, importPolicy.write);
  const data = parse(PlanImportInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockedBefore(ctx, importId, 'plan', expectedVersion);
    const format = knownFormat(row);
    const faults = mappingFaults(data.mapping, format.header);
    if (faults.length > 0)
      throw new AppError('invalid', 'Some columns are not right.', { reason: 'import-mapping', faults });
    const options = chosenOptions(format, data, row);
    await demandTaxes(ctx, options);
    await remember(ctx, format.header, data.mapping);
    await advanceLater(ctx, importId, background);
    const planned = await ctx.tx.db.import.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } },
      data: {
        state: 'planning',
        phase: 'reading',
        progressDone: 0,
        progressTotal: format.rows.count,
        mapping: data.mapping,
        options: { ...options },
        version: { increment: 1 },
      },
    });
    return toImportDto(planned);
  });
}

/**
 * Looks into the file again, with the encoding, delimiter, sheet or header line that the person chose.
 * @throws AppError `stale`, `conflict` (`import-not-mapping`)
 */
export async function reinspectImport(
  ctx: Ctx,
  importId: string,
  input: ImportFormatInput,
  expectedVersion: number,
  background: Background = {},
): Promise<ImportDto> {
  demand(ctx, importPolicy.write);
  const override = parse(ImportFormatInput, input);
  return withTx(ctx, async (ctx) => {
    const row = await lockedBefore(ctx, importId, 'inspect', expectedVersion);
    const format: object = { ...knownFormat(row), override };
    await advanceLater(ctx, importId, background);
    const moved = await ctx.tx.db.import.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: importId } },
      data: { state: 'inspecting', phase: null, format: format, version: { increment: 1 } },
    });
    return toImportDto(moved);
  });
}
