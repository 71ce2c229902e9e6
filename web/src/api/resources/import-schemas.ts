import { z } from 'zod';
import {
  importedStatuses,
  importProblemCodes,
  ImportMapping,
  ORDER_IMPORT_FIELDS,
  type ImportDto,
  type ImportSummaryDto,
  type ImportUpload,
  type OrderImportField,
} from '@countinghouse/core/imports/schemas';
import { importStates } from '@countinghouse/core/imports/states';
import { Instant, Money, RecordId, Version } from '../schemas';

const count = z.int();
const fieldNames = ORDER_IMPORT_FIELDS.map(({ field }) => field) as [OrderImportField, ...OrderImportField[]];
const DateFormat = z.enum(['ymd', 'dmy', 'mdy', 'serial']);
const Mark = z.enum(['.', ',']);

const Problem = z
  .strictObject({
    line: count.meta({ description: 'Line of the file, from 1.' }),
    code: z.enum(importProblemCodes),
    column: z.string().nullable(),
    value: z.string().nullable(),
  })
  .meta({ id: 'ImportProblem' });

const Plan = z
  .strictObject({
    orders: z.strictObject({
      total: count,
      newSales: count,
      newReturns: count,
      unchanged: count,
      different: count,
      rejected: count,
    }),
    customers: z.strictObject({ new: count, known: count }),
    products: z.strictObject({ new: count, known: count }),
    lines: z.strictObject({ total: count, good: count, unchanged: count, rejected: count }),
    money: z.array(Money),
    problems: z.array(Problem).meta({ description: 'The first 20.' }),
  })
  .meta({ id: 'ImportPlan', description: 'What the import would do.' });

const Result = z
  .strictObject({
    ordersCreated: z.strictObject({ sales: count, returns: count }),
    ordersUnchanged: count,
    ordersDifferent: count,
    ordersRejected: count,
    linesTotal: count,
    linesImported: count,
    linesUnchanged: count,
    linesRejected: count,
    customersCreated: count,
    productsCreated: count,
    money: z.array(Money),
  })
  .meta({ id: 'ImportResult', description: 'What the import has done so far.' });

const FileFormat = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    compression: z.enum(['none', 'gzip']),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252']),
    delimiter: z.enum([',', ';', '\t', '|']),
    headerLine: count,
  }),
  z.strictObject({ kind: z.literal('xlsx'), sheet: z.string(), headerLine: count }),
]);

const Format = z
  .strictObject({
    file: FileFormat,
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())).meta({ description: 'The first 20 rows.' }),
    columns: z.array(
      z.strictObject({
        dateFormats: z.array(DateFormat),
        decimal: Mark.nullable(),
        decimalAmbiguous: z.boolean(),
        fractions: z.boolean(),
        prefix: z.string(),
      }),
    ),
    rows: z.strictObject({ count, exact: z.boolean() }),
    sheets: z.array(z.string()),
    warnings: z.array(
      z.enum(['title-rows-skipped', 'unnamed-columns', 'ragged-rows', 'encoding-guessed', 'other-sheets']),
    ),
  })
  .meta({ id: 'ImportFormat', description: 'What was found in the file.' });

const Options = z
  .strictObject({
    currency: z.string(),
    taxCategoryId: RecordId,
    status: z.enum(importedStatuses),
    returnPrefix: z.string(),
    dateFormat: DateFormat.nullable(),
    decimal: Mark.nullable(),
  })
  .meta({ id: 'ImportOptions' });

const summary = {
  id: RecordId,
  kind: z.literal('orders'),
  state: z.enum(importStates),
  version: Version,
  file: z.strictObject({ name: z.string(), bytes: z.string(), sha256: z.string().nullable() }),
  progress: z.strictObject({
    phase: z.enum(['reading', 'checking', 'writing']).nullable(),
    done: count,
    total: count.nullable(),
  }),
  plan: Plan.nullable(),
  result: Result.nullable(),
  error: z
    .strictObject({
      code: z.string(),
      line: count.nullable(),
      column: count.nullable(),
      hint: z.string().nullable(),
      detail: z.string(),
    })
    .nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
};

/** An import as lists show it. */
export const ImportSummary = z
  .strictObject(summary)
  .meta({ id: 'ImportSummary' }) satisfies z.ZodType<ImportSummaryDto>;

export const Import = z
  .strictObject({
    ...summary,
    format: Format.nullable(),
    mapping: ImportMapping.nullable().meta({ description: 'Column (from 0) of each field.' }),
    options: Options.nullable(),
    missing: z.array(z.array(z.enum(fieldNames))).meta({
      description: 'Fields that still need a column; of each group one is enough.',
    }),
  })
  .meta({ id: 'Import' }) satisfies z.ZodType<ImportDto>;

/** A new import, and where its file goes. */
export const ImportTicket = z
  .strictObject({
    import: Import,
    upload: z.strictObject({
      url: z.string(),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'ImportTicket' }) satisfies z.ZodType<{ import: ImportDto; upload: ImportUpload }>;
