import { ImportFileError } from '../errors';
import { ownText } from '../own-text';
import { tooManyColumns } from '../table';
import type { RawRow } from '../text/csv-tokenizer';
import { numberText, serialText, unescapeCellText } from './cell-text';
import type { Workbook } from './workbook';
import { attribute, type XmlHandler } from './xml';
import { corruptXlsx } from './zip';

interface Cell {
  column: number;
  type: string;
  style: number;
}

const MAX_ROWS = 1_048_576;
const MAX_CELL_CHARS = 32_767 * 4;

/** Collects the rows of one worksheet from the events of its XML (ECMA-376 18.3.1). */
export class SheetCollector implements XmlHandler {
  /** The last row by the sheet's own `dimension`, for an estimate. */
  announcedRows: number | undefined;
  private rows: RawRow[] = [];
  private row: RawRow | undefined;
  private lastLine = 0;
  private cell: Cell | undefined;
  private lastColumn = 0;
  private value: string | undefined;
  private capturing = false;
  private phonetic = false;

  constructor(
    private readonly book: Workbook,
    private readonly maxColumns: number,
  ) {}

  /** The rows completed since the last call. */
  take(): RawRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'dimension') this.announcedRows = lastRow(attribute(attributes, 'ref'));
    else if (this.row === undefined) return;
    else if (name === 'c') this.openCell(attributes);
    else if (this.cell === undefined) return;
    else if (name === 'f') throw this.fault('formula', 'the cell is a formula');
    else if (name === 'rPh') this.phonetic = true;
    else if ((name === 'v' || name === 't') && !this.phonetic) this.capturing = true;
  }

  text(text: string): void {
    if (!this.capturing) return;
    this.value = (this.value ?? '') + text;
    if (this.value.length > MAX_CELL_CHARS) throw corruptXlsx('an endless cell');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.capturing = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.row !== undefined) {
      if (this.row.cells.length > 0) this.rows.push(this.row);
      this.row = undefined;
    }
  }

  private openRow(attributes: string): void {
    const line = Number(attribute(attributes, 'r') ?? this.lastLine + 1);
    if (!Number.isInteger(line) || line <= this.lastLine || line > MAX_ROWS)
      throw corruptXlsx('rows out of order');
    this.lastLine = line;
    this.lastColumn = 0;
    this.row = { line, cells: [] };
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    const column = reference === undefined ? this.lastColumn + 1 : columnOf(reference);
    if (column <= this.lastColumn) throw corruptXlsx('cells out of order');
    this.lastColumn = column;
    this.value = undefined;
    const style = attribute(attributes, 's');
    this.cell = {
      column,
      type: attribute(attributes, 't') ?? 'n',
      style: style === undefined ? 0 : Number(style),
    };
  }

  private closeCell(): void {
    const { cell, row, value } = this;
    this.cell = undefined;
    if (cell === undefined || row === undefined || value === undefined) return;
    const text = this.cellText(cell, value);
    if (text === '') return;
    if (cell.column > this.maxColumns) throw tooManyColumns(row.line, this.maxColumns);
    while (row.cells.length < cell.column - 1) row.cells.push('');
    row.cells.push(text);
  }

  private cellText(cell: Cell, value: string): string {
    switch (cell.type) {
      case 's': {
        const text = /^\d{1,9}$/.test(value) ? this.book.sharedTexts[Number(value)] : undefined;
        if (text === undefined) throw corruptXlsx('a cell refers to a text that is missing');
        return text;
      }
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
      case 'd':
        return value.trim().replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d).*$/, '$1 $2');
      case 'n':
        return this.numeric(cell, value);
      default:
        return ownText(unescapeCellText(value));
    }
  }

  private numeric(cell: Cell, value: string): string {
    const kind = this.book.kinds[cell.style] ?? 'number';
    const number = numberText(value);
    if (number === undefined) {
      if (value.trim() === '') return '';
      throw this.corruptCell(cell);
    }
    if (kind === 'number') return number;
    return serialText(Number(value), kind, this.book.date1904) ?? number;
  }

  private corruptCell(cell: Cell): ImportFileError {
    const place = { line: this.lastLine, column: cell.column };
    return new ImportFileError('corrupt-xlsx', { ...place, detail: 'a number that is none' });
  }

  private fault(code: 'formula', detail: string): ImportFileError {
    return new ImportFileError(code, { line: this.lastLine, column: this.lastColumn, detail });
  }
}

/** Column of a reference such as `AB12`; 1-based. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length && column <= 16_384; index++) {
    const letter = reference.charCodeAt(index) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (column === 0 || column > 16_384) throw corruptXlsx('a cell without a column');
  return column;
}

function lastRow(range: string | undefined): number | undefined {
  const row = Number(/(\d{1,7})$/.exec(range ?? '')?.[1]);
  return Number.isInteger(row) ? row : undefined;
}
