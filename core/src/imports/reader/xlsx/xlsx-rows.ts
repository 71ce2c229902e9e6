import { ImportFileError } from '../errors';
import type { RawRow } from '../text/csv-tokenizer';
import { SheetCollector } from './sheet';
import { openWorkbook, partText, type PartReader } from './workbook';
import { XmlScanner } from './xml';

export interface SheetRows {
  rows: RawRow[];
  /** Last row that the sheet announces, once known. */
  announcedRows: number | undefined;
}

/** All rows with content of one sheet, the header included, in batches. Throws `empty` for a sheet not there. */
export async function* xlsxRows(reader: PartReader, sheetName: string): AsyncGenerator<SheetRows> {
  const book = await openWorkbook(reader);
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw noSuchSheet(sheetName);
  const collector = new SheetCollector(book, reader.limits.maxColumns);
  const scanner = new XmlScanner(collector);
  for await (const text of partText(reader, sheet.part)) {
    scanner.feed(text);
    yield { rows: collector.take(), announcedRows: collector.announcedRows };
  }
  scanner.end();
}

export function noSuchSheet(name: string): ImportFileError {
  return new ImportFileError('empty', {
    hint: 'no-such-sheet',
    detail: `the workbook has no sheet "${name}"`,
  });
}
