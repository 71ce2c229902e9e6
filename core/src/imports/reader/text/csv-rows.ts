import { fileBytes } from '../bytes';
import { ImportFileError } from '../errors';
import { ownText } from '../own-text';
import type { CsvFormat, ReaderLimits } from '../format';
import type { OpenFile } from '../open-file';
import { CsvTokenizer, type RawRow } from './csv-tokenizer';
import { decodeText } from './decode';

/** All rows of a delimited text, the header and blank ones included, in batches as they arrive. */
export async function* csvRows(
  open: OpenFile,
  format: CsvFormat,
  limits: ReaderLimits,
  signal?: AbortSignal,
): AsyncGenerator<RawRow[]> {
  const tokenizer = new CsvTokenizer(format.delimiter, limits.maxRowChars);
  const bytes = fileBytes(open, { compression: format.compression, limits, signal });
  try {
    for await (const text of decodeText(bytes, format.encoding)) yield checked(tokenizer.feed(text));
  } catch (error) {
    throw withLine(error, tokenizer);
  }
  yield checked(tokenizer.feed('', true));
}

/** A spreadsheet would run a cell that begins with `=`, and its saved text is not what the person saw. */
function checked(rows: RawRow[]): RawRow[] {
  for (const { line, cells } of rows) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? '';
      if (cell.charCodeAt(0) === 0x3d) {
        throw new ImportFileError('formula', { line, column: index + 1, detail: 'a cell begins with "="' });
      }
      cells[index] = ownText(cell);
    }
  }
  return rows;
}

function withLine(error: unknown, tokenizer: CsvTokenizer): unknown {
  if (!(error instanceof ImportFileError) || error.line !== undefined) return error;
  if (error.code !== 'unreadable-encoding' && error.code !== 'binary') return error;
  return new ImportFileError(error.code, { line: tokenizer.reachedLine, detail: error.detail });
}
