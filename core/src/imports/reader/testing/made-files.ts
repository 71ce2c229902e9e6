import { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { deflateRawSync, crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import { inspectFile, readRows, type FileInspection, type FormatOverride, type ImportRow } from '..';
import { DEFAULT_READER_LIMITS, type FileFormat, type ReaderLimits } from '../format';
import type { OpenFile } from '../open-file';

/** A stored file that hands out its bytes in chunks of a chosen size. */
export function fileOf(content: string | Uint8Array, chunkBytes = 64 * 1024): OpenFile {
  const bytes = Buffer.from(content);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return () => Promise.resolve(Readable.from(chunks, { objectMode: false }));
}

export interface InspectArguments {
  fileName?: string;
  limits?: Partial<ReaderLimits>;
  override?: FormatOverride;
  chunkBytes?: number;
}

export function inspect(
  content: string | Uint8Array,
  options: InspectArguments = {},
): Promise<FileInspection> {
  const { fileName = 'orders.csv', override, chunkBytes } = options;
  const limits = { ...DEFAULT_READER_LIMITS, ...options.limits };
  const bytes = Buffer.byteLength(content);
  return inspectFile(fileOf(content, chunkBytes), {
    fileName,
    bytes,
    limits,
    ...(override !== undefined && { override }),
  });
}

export async function rowsOf(
  content: string | Uint8Array,
  format: FileFormat,
  chunkBytes?: number,
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const batch of readRows(fileOf(content, chunkBytes), format)) rows.push(...batch);
  return rows;
}

/** Cells of all rows, read the way a person would: inspected, then read. */
export async function cellsOf(
  content: string | Uint8Array,
  options: InspectArguments = {},
): Promise<string[][]> {
  const { format } = await inspect(content, options);
  return (await rowsOf(content, format, options.chunkBytes)).map(({ cells }) => cells);
}

export async function workbook(build: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  build(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook as spreadsheet programs stream it: texts inside of the cells, sizes behind the parts. */
export async function streamedWorkbook(rows: unknown[][]): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('Orders');
  for (const row of rows) sheet.addRow(row).commit();
  sheet.commit();
  await book.commit();
  return Buffer.concat(chunks);
}

const BOOK = `<workbook xmlns:r="r"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

/** A workbook of hand-written XML, for what no honest program would write. */
export function rawWorkbook(sheet: string, parts: Record<string, string> = {}): Buffer {
  return zipOf({
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  });
}

export function zipOf(parts: Record<string, string>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
