import { fileBytes, tooLarge } from './bytes';
import { ImportFileError } from './errors';
import { DEFAULT_READER_LIMITS } from './format';
import type { CsvFormat, FileFormat, FileInspection, FormatOverride, ImportFileWarning } from './format';
import type { ReaderLimits, XlsxFormat } from './format';
import type { OpenFile } from './open-file';
import { checkHeader, findHeaderLine } from './header';
import { rawRows } from './read';
import { refuseForeign, refuseMarkup, sniffContainer } from './sniff';
import { SpreadSample } from './spread-sample';
import { TableReader } from './table';
import { detectDelimiter } from './text/delimiter';
import { EncodingDetector } from './text/encoding';
import type { RawRow } from './text/csv-tokenizer';
import { noSuchSheet } from './xlsx/xlsx-rows';
import { openWorkbook } from './xlsx/workbook';

const HEAD_BYTES = 256 * 1024;
const SCAN_BYTES = 64 * 1024 * 1024;
const SAMPLE_ROWS = 20;
const SPREAD_ROWS = 500;
const HEADER_SEARCH_ROWS = 50;

export interface InspectOptions {
  fileName: string;
  /** Size as uploaded. */
  bytes: number;
  limits?: ReaderLimits;
  signal?: AbortSignal;
  /** Set by the person instead of what would be detected. */
  override?: FormatOverride;
}

interface Context extends InspectOptions {
  open: OpenFile;
  limits: ReaderLimits;
  override: FormatOverride;
}

interface Detected {
  format: FileFormat;
  sheets: string[];
  warnings: ImportFileWarning[];
  /** Rows by counting line ends, header included. */
  estimatedRows?: number;
}

/**
 * Finds out how to read a file and shows its beginning. Reads at most `limits.maxInspectRows` rows.
 * Throws `ImportFileError` for any fault of the file; faults of storage pass through.
 */
export async function inspectFile(open: OpenFile, options: InspectOptions): Promise<FileInspection> {
  const limits = options.limits ?? DEFAULT_READER_LIMITS;
  const context: Context = { ...options, open, limits, override: options.override ?? {} };
  if (options.bytes > limits.maxBytes) throw tooLarge('as uploaded', limits.maxBytes);
  const head = await firstBytes(context);
  const container = sniffContainer(head, options.fileName);
  const detected = container === 'zip' ? await detectXlsx(context) : await detectCsv(context, container);
  const headerLine = options.override?.headerLine;
  if (headerLine !== undefined) detected.format.headerLine = headerLine;
  else await placeHeader(context, detected);
  return readTable(context, detected);
}

async function firstBytes(context: Context): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of fileBytes(context.open, { ...context, compression: 'none' })) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= 4096) break;
  }
  return head;
}

async function detectXlsx(context: Context): Promise<Detected> {
  const book = await openWorkbook(context, false);
  const sheets = book.sheets.map(({ name }) => name);
  const wanted = context.override.sheet;
  if (wanted !== undefined && !sheets.includes(wanted)) throw noSuchSheet(wanted);
  const format: XlsxFormat = { kind: 'xlsx', sheet: wanted ?? sheets[0] ?? '', headerLine: 1 };
  return { format, sheets, warnings: sheets.length > 1 ? ['other-sheets'] : [] };
}

async function detectCsv(context: Context, container: 'text' | 'gzip'): Promise<Detected> {
  const compression = container === 'gzip' ? 'gzip' : 'none';
  const scan = await scanText(context, compression);
  if (compression === 'gzip') {
    if (scan.head.length === 0) throw new ImportFileError('empty', { detail: 'nothing is inside' });
    refuseForeign(scan.head, context.fileName);
  }
  const { encoding: forced, delimiter } = context.override;
  const found = forced ? { encoding: forced, guessed: false } : scan.detector.result(scan.complete);
  const text = new TextDecoder(found.encoding).decode(scan.head);
  refuseMarkup(text);
  const complete = scan.complete && scan.head.length === scan.bytes;
  const format: CsvFormat = {
    kind: 'csv',
    compression,
    encoding: found.encoding,
    delimiter: delimiter ?? detectDelimiter(text, complete),
    headerLine: 1,
  };
  const share = scan.complete ? 1 : Math.min(1, scan.rawBytes / context.bytes);
  return {
    format,
    sheets: [],
    warnings: found.guessed ? ['encoding-guessed'] : [],
    estimatedRows: Math.round(scan.lineEnds / share),
  };
}

async function scanText(context: Context, compression: 'none' | 'gzip') {
  const detector = new EncodingDetector();
  let head = Buffer.alloc(0);
  let [bytes, rawBytes, lineEnds, complete] = [0, 0, 0, true];
  const onRawBytes = (count: number) => (rawBytes += count);
  for await (const chunk of fileBytes(context.open, { ...context, compression, onRawBytes })) {
    detector.add(chunk);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    bytes += chunk.length;
    lineEnds += countLineEnds(chunk);
    complete = bytes <= SCAN_BYTES;
    if (!complete) break;
  }
  return { detector, head, bytes, rawBytes, lineEnds, complete };
}

function countLineEnds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) count++;
  return count;
}

async function placeHeader(context: Context, detected: Detected): Promise<void> {
  const rows: RawRow[] = [];
  for await (const batch of rawRows(context.open, detected.format, context.limits, context.signal)) {
    rows.push(...batch.rows.slice(0, HEADER_SEARCH_ROWS));
    if (rows.length >= HEADER_SEARCH_ROWS) break;
  }
  detected.format.headerLine = findHeaderLine(rows.slice(0, HEADER_SEARCH_ROWS));
  if (rows[0] !== undefined && rows[0].line < detected.format.headerLine)
    detected.warnings.push('title-rows-skipped');
}

async function readTable(context: Context, detected: Detected): Promise<FileInspection> {
  const { format, sheets, warnings } = detected;
  const { limits } = context;
  const table = new TableReader(
    { headerLine: format.headerLine, shortRowsAreFine: format.kind === 'xlsx' },
    limits,
  );
  const spread = new SpreadSample(SPREAD_ROWS);
  const sample: string[][] = [];
  let [count, exact] = [0, true];
  let last = detected.estimatedRows;
  for await (const batch of rawRows(context.open, format, limits, context.signal)) {
    last = batch.announcedRows ?? last;
    for (const { cells } of table.add(batch.rows)) {
      if (sample.length < SAMPLE_ROWS) sample.push(cells);
      spread.add(cells);
      count++;
    }
    exact = count < limits.maxInspectRows;
    if (!exact) break;
  }
  const { ragged } = table.end();
  const header = table.header ?? [];
  checkHeader(header, format.headerLine, sample);
  if (count === 0)
    throw new ImportFileError('empty', { hint: 'header-only', detail: 'no row below the header' });
  if (header.includes('')) warnings.push('unnamed-columns');
  if (ragged > 0) warnings.push('ragged-rows');
  const rows = { count: exact ? count : Math.max(count, (last ?? 0) - format.headerLine), exact };
  return { format, header, sample, spread: spread.rows(), rows, sheets, warnings };
}
