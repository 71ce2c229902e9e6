import { ImportFileError } from '../errors';
import { DELIMITERS, type Delimiter } from '../format';
import { isBlank } from '../table';
import { CsvTokenizer, type RawRow } from './csv-tokenizer';

const SAMPLE_LINES = 200;
/** Behind every line end. Finds each in one pass, however long a line is. */
const LINE_STARTS = /(?<=\n|\r(?!\n))/;

/** A first line such as `sep=;`, which spreadsheets write to name the delimiter. */
export function separatorLine(row: string): Delimiter | undefined {
  const named = /^"?sep=(.)"?$/i.exec(row.trimEnd())?.[1] ?? (/^sep=\t$/i.test(row) ? '\t' : undefined);
  return DELIMITERS.find((delimiter) => delimiter === named);
}

/**
 * The delimiter that gives the most rows the same width as most others, quotes respected. A comma, when nothing
 * separates anything.
 * @param text the beginning of the file; `complete` when it is all of it
 */
export function detectDelimiter(text: string, complete: boolean): Delimiter {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const named = separatorLine(firstLine);
  if (named !== undefined) return named;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of ['\t', ';', '|', ','] as const) {
    const score = scoreOf(sampleRows(text, delimiter, complete));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Fed line by line, so that the rows above a quote gone wrong still count. */
function sampleRows(text: string, delimiter: Delimiter, complete: boolean): RawRow[] {
  const tokenizer = new CsvTokenizer(delimiter, Infinity);
  const rows: RawRow[] = [];
  // The last piece is a line that goes on beyond the text, or nothing.
  const lines = (complete ? `${text}\n` : text).split(LINE_STARTS).slice(0, -1).slice(0, SAMPLE_LINES);
  try {
    for (const line of lines) rows.push(...tokenizer.feed(line));
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
  }
  return rows.filter((row) => !isBlank(row.cells));
}

/** Share of rows of the commonest width above one, weighted by that width. */
function scoreOf(rows: RawRow[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let [commonest, times] = [0, 0];
  for (const [width, count] of widths) if (count > times) [commonest, times] = [width, count];
  if (times === 0) return 0;
  const share = times / rows.length;
  const broken = rows.filter(
    (row) => row.cells.length === commonest && row.cells.some(startsLikeProse),
  ).length;
  return share * share * Math.log2(commonest + 1) * (broken > times / 2 ? 0.5 : 1);
}

/** A cell that begins with a space: the mark before it was punctuation inside a sentence. */
function startsLikeProse(cell: string, index: number): boolean {
  return index > 0 && /^ \p{L}/u.test(cell);
}
