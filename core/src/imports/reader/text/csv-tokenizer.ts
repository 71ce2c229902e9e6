import { ImportFileError } from '../errors';

export interface RawRow {
  line: number;
  cells: string[];
}

interface QuotedRow {
  cells: string[];
  end: number;
  lines: number;
}

/**
 * Splits delimited text into rows (RFC 4180, any line end, also mixed) and knows the physical line of each.
 * A quote inside an unquoted cell is data; text after a closing quote is kept, as spreadsheets do it.
 */
export class CsvTokenizer {
  private rest = '';
  private line = 1;
  private openQuote: { line: number; column: number } | undefined;

  constructor(
    private readonly delimiter: string,
    private readonly maxRowChars: number,
  ) {}

  /** The physical line that the text fed so far has reached. */
  get reachedLine(): number {
    return this.line + countLineEnds(this.rest);
  }

  /** Rows completed by this text. Throws `unclosed-quote`, and `too-large` for an endless row. */
  feed(text: string, final = false): RawRow[] {
    const buffer = this.rest === '' ? text : this.rest + text;
    const rows: RawRow[] = [];
    let [pos, lf, cr, quote] = [0, -2, -2, -2];
    this.openQuote = undefined;
    while (pos < buffer.length) {
      if (lf !== -1 && lf < pos) lf = buffer.indexOf('\n', pos);
      if (cr !== -1 && cr < pos) cr = buffer.indexOf('\r', pos);
      if (quote !== -1 && quote < pos) quote = buffer.indexOf('"', pos);
      const end = cr !== -1 && (lf === -1 || cr < lf) ? cr : lf;
      if (quote !== -1 && (end === -1 || quote < end)) {
        const row = this.quotedRow(buffer, pos, final);
        if (row === undefined) break;
        rows.push({ line: this.line, cells: row.cells });
        this.line += row.lines;
        pos = row.end;
        continue;
      }
      if (!final && (end === -1 || (end === cr && end + 1 === buffer.length))) break;
      const stop = end === -1 ? buffer.length : end;
      rows.push({ line: this.line, cells: buffer.slice(pos, stop).split(this.delimiter) });
      this.line++;
      pos = end === -1 ? stop : afterLineEnd(buffer, end);
    }
    this.keep(buffer, pos);
    return rows;
  }

  private keep(buffer: string, pos: number): void {
    this.rest = pos === 0 ? buffer : buffer.slice(pos);
    if (this.rest.length <= this.maxRowChars) return;
    if (this.openQuote !== undefined) throw unclosedQuote(this.openQuote);
    const detail = `a row is longer than ${this.maxRowChars} characters`;
    throw new ImportFileError('too-large', { line: this.line, detail });
  }

  /** Undefined when the text so far does not hold the whole row. */
  private quotedRow(buffer: string, start: number, final: boolean): QuotedRow | undefined {
    const cells: string[] = [];
    let pos = start;
    let line = this.line;
    for (;;) {
      let cell = '';
      if (buffer.charCodeAt(pos) === 0x22) {
        const close = closingQuote(buffer, pos + 1, final);
        if (close === -1) {
          this.openQuote = { line, column: cells.length + 1 };
          if (final) throw unclosedQuote(this.openQuote);
          return undefined;
        }
        const text = buffer.slice(pos + 1, close);
        const lineEnds = countLineEnds(text);
        pos = this.cellEnd(buffer, close + 1);
        // Words right behind a closing quote that stands lines below: it was meant to open another cell.
        const trailing = buffer.slice(close + 1, pos);
        if (lineEnds > 0 && trailing.trim() !== '') throw unclosedQuote({ line, column: cells.length + 1 });
        cell = text.replaceAll('""', '"') + trailing.trimEnd();
        line += lineEnds;
      } else {
        const end = this.cellEnd(buffer, pos);
        cell = buffer.slice(pos, end);
        pos = end;
      }
      if (!final && pos + 1 >= buffer.length) return undefined;
      cells.push(cell);
      if (pos < buffer.length && buffer[pos] === this.delimiter) pos++;
      else return { cells, end: afterLineEnd(buffer, pos), lines: line - this.line + 1 };
    }
  }

  private cellEnd(buffer: string, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0);
    for (let index = from; index < buffer.length; index++) {
      const code = buffer.charCodeAt(index);
      if (code === delimiter || code === 0x0a || code === 0x0d) return index;
    }
    return buffer.length;
  }
}

function closingQuote(buffer: string, from: number, final: boolean): number {
  let pos = from;
  for (;;) {
    const quote = buffer.indexOf('"', pos);
    if (quote === -1 || (!final && quote + 1 === buffer.length)) return -1;
    if (buffer.charCodeAt(quote + 1) !== 0x22) return quote;
    pos = quote + 2;
  }
}

function afterLineEnd(buffer: string, at: number): number {
  return buffer.charCodeAt(at) === 0x0d && buffer.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let pos = 0; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(pos + 1) !== 0x0a)) count++;
  }
  return count;
}

function unclosedQuote(at: { line: number; column: number }): ImportFileError {
  return new ImportFileError('unclosed-quote', {
    ...at,
    detail: 'a quoted text that never ends begins here',
  });
}
