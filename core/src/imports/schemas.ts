import { z } from 'zod';
import { RequiredLine } from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode, type MoneyJson } from '../platform/money';
import { DATE_FORMATS, type DateFormat } from './cells/dates';
import { ORDER_IMPORT_FIELDS, type OrderImportField, type OrderMapping } from './mapping';
import type { ImportProblem } from './problems';
import { DELIMITERS, TEXT_ENCODINGS, type FileFormat, type ImportFileWarning } from './reader/format';
import { importStates, type ImportState } from './states';

export { missingFields, ORDER_IMPORT_FIELDS, type OrderImportField, type OrderMapping } from './mapping';
export { importProblemCodes, type ImportProblem, type ImportProblemCode } from './problems';

export const CreateImportInput = z.strictObject({
  fileName: RequiredLine(200),
  /** Size of the file as it will be uploaded. */
  bytes: z.number().int().min(0),
});
export type CreateImportInput = z.input<typeof CreateImportInput>;

export const ListImportsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  state: z.enum(importStates).optional(),
});
export type ListImportsInput = z.input<typeof ListImportsInput>;

/** What a person sets instead of what was detected about the file. */
export const ImportFormatInput = z.strictObject({
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().min(1).max(200).optional(),
  headerLine: z.number().int().min(1).max(1_000_000).optional(),
});
export type ImportFormatInput = z.input<typeof ImportFormatInput>;

const Column = z.number().int().min(0).max(1_000);
const fieldNames = ORDER_IMPORT_FIELDS.map(({ field }) => field) as [OrderImportField, ...OrderImportField[]];

/** Index of the column (0-based) of each field that the file has. */
export const ImportMapping = z.partialRecord(z.enum(fieldNames), Column);

export const importedStatuses = ['draft', 'placed', 'closed'] as const;

/** How the orders of the file are taken over; what is left out is guessed from the file or the company. */
export const ImportOptionsInput = z.strictObject({
  currency: CurrencyCode.optional(),
  taxCategoryId: Id.optional(),
  status: z.enum(importedStatuses).optional(),
  /** Orders whose number begins so are returns; empty: there are none. */
  returnPrefix: z.string().trim().max(20).optional(),
  dateFormat: z.enum(DATE_FORMATS).nullish(),
  decimal: z.enum(['.', ',']).nullish(),
});

export const PlanImportInput = z.strictObject({
  mapping: ImportMapping,
  options: ImportOptionsInput.default({}),
});
export type PlanImportInput = z.input<typeof PlanImportInput>;

export interface ImportOptions {
  currency: string;
  taxCategoryId: string;
  status: (typeof importedStatuses)[number];
  returnPrefix: string;
  /** Null: not told by the file, has to be chosen. */
  dateFormat: DateFormat | null;
  /** The mark before decimals; null: as each column says itself. */
  decimal: '.' | ',' | null;
}

/** What the cells of a column say about themselves. */
export interface ImportColumn {
  /** Date formats that all its cells fit, empty for a column without dates. Several: the person must choose. */
  dateFormats: DateFormat[];
  decimal: '.' | ',' | null;
  /** Its numbers mean different things in different countries: the person must choose. */
  decimalAmbiguous: boolean;
  /** Writes 20 % as 0.2. */
  fractions: boolean;
  /** A letter before some of its numbers, as on cancellations. */
  prefix: string;
}

export interface ImportFormat {
  file: FileFormat;
  header: string[];
  /** The first 20 rows. */
  sample: string[][];
  columns: ImportColumn[];
  rows: { count: number; exact: boolean };
  sheets: string[];
  warnings: ImportFileWarning[];
}

/** What an import would do; nothing of it has been done. */
export interface ImportPlan {
  /** Orders of the file. */
  orders: {
    total: number;
    newSales: number;
    newReturns: number;
    unchanged: number;
    different: number;
    rejected: number;
  };
  customers: { new: number; known: number };
  products: { new: number; known: number };
  lines: { total: number; good: number; unchanged: number; rejected: number };
  /** Sum of the lines that would be imported, per currency. */
  money: MoneyJson[];
  /** The first 20; all of them are in the report. */
  problems: ImportProblem[];
}

/** What an import has done; while it runs, so far. */
export interface ImportResult {
  ordersCreated: { sales: number; returns: number };
  ordersUnchanged: number;
  /** Orders that exist with other content and were left alone. */
  ordersDifferent: number;
  ordersRejected: number;
  linesTotal: number;
  linesImported: number;
  linesUnchanged: number;
  linesRejected: number;
  customersCreated: number;
  productsCreated: number;
  /** Sum of the imported lines, per currency. */
  money: MoneyJson[];
}

/** Why an import failed; `detail` is English, screens translate by code and hint. */
export interface ImportFailure {
  code: string;
  line: number | null;
  column: number | null;
  hint: string | null;
  detail: string;
}

export type ImportPhase = 'reading' | 'checking' | 'writing';

export interface ImportSummaryDto {
  id: string;
  kind: 'orders';
  state: ImportState;
  version: number;
  /** Bytes as a whole number in text. */
  file: { name: string; bytes: string; sha256: string | null };
  /** Lines while `reading`, orders afterwards. */
  progress: { phase: ImportPhase | null; done: number; total: number | null };
  plan: ImportPlan | null;
  result: ImportResult | null;
  error: ImportFailure | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface ImportDto extends ImportSummaryDto {
  /** From `mapping` on. */
  format: ImportFormat | null;
  mapping: OrderMapping | null;
  options: ImportOptions | null;
  /** Fields that still need a column before it can be planned; of each group one is enough. */
  missing: OrderImportField[][];
}

/** Where the browser sends the file. */
export interface ImportUpload {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}
