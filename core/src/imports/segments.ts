import type { OrderImportField, OrderMapping } from './mapping';
import type { ImportRow as FileRow } from './reader';
import type { ImportColumn, ImportOptions } from './schemas';
import {
  cleanText,
  countryCode,
  parseCurrency,
  parseDateTime,
  parseEmail,
  parsePercent,
  parseQuantity,
  parseText,
  parseUnitPrice,
  rowProblem,
  type NumberFormat,
  type Parsed,
  type RowProblem,
} from './values';

/** What the lines of an order have in common: instant as ISO text or local time, customer, currency. */
export interface SegmentHead {
  number: string;
  /** `YYYY-MM-DD HH:mm:ss` of the company's clocks, or with an offset behind. */
  placedAt: string;
  currency: string | null;
  customer: {
    number: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
    country: string | null;
  };
}

/** line, sku, title, quantity, unit price, discount in percent, tax rate in percent; decimals as exact text. */
export type SegmentLine = [
  line: number,
  sku: string | null,
  title: string | null,
  quantity: string,
  unitPrice: string,
  discountPercent: string | null,
  taxRate: string | null,
];

/** line, code, field, value */
export type SegmentProblem = [line: number, code: string, column: string | null, value: string | null];

/** Lines of one order that stand together in the file, as they are staged. */
export interface Segment {
  /** Null when the order's own cells are wrong; then there are problems only. */
  head: SegmentHead | null;
  lines: SegmentLine[];
  problems: SegmentProblem[];
}

class Fault extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.code);
  }
}

const LONGEST = { orderNumber: 80, sku: 80, title: 300, number: 80, name: 200, phone: 40 } as const;
const MOST_KEPT = 20_000;

/** Cells repeat: a shop has few articles and prices, and all lines of an order have its date. */
function kept<Value>(read: (cell: string) => Parsed<Value>): (cell: string) => Parsed<Value> {
  let known = new Map<string, Parsed<Value>>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) {
      if (known.size >= MOST_KEPT) known = new Map();
      value = read(cell);
      known.set(cell, value);
    }
    return value;
  };
}

/** One line of text in one way of writing, so that the same name is always the same text. */
const oneLine = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ');
const lineOfText = (longest: number) => (cell: string) => parseText(oneLine(cell), longest);

// Postgres keeps neither control characters nor halves of letters.
const showable = (text: string | null): string | null =>
  text === null ? null : text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();

const headFields = [
  'orderNumber',
  'placedAt',
  'currency',
  'customerNumber',
  'customerName',
  'customerEmail',
  'customerPhone',
  'country',
] as const satisfies readonly OrderImportField[];

/** Reads rows of a file by a mapping. Exact: a cell that cannot be understood makes a problem, never a guess. */
export class RowReader {
  private readonly readers: Partial<Record<OrderImportField, (cell: string) => Parsed<string | null>>>;
  private readonly headColumns: number[];
  private last: { cells: string[]; head: SegmentHead } | undefined;

  constructor(
    private readonly mapping: OrderMapping,
    columns: readonly ImportColumn[],
    options: Pick<ImportOptions, 'dateFormat' | 'decimal'>,
  ) {
    const format = (field: OrderImportField): NumberFormat => ({
      decimal: options.decimal ?? columns[mapping[field] ?? -1]?.decimal ?? null,
    });
    const fractions = columns[mapping.taxRate ?? -1]?.fractions ?? false;
    const dateFormat = options.dateFormat ?? 'ymd';
    this.readers = {
      orderNumber: lineOfText(LONGEST.orderNumber),
      placedAt: (cell) => {
        const parsed = parseDateTime(cell, dateFormat);
        if (!parsed.ok || parsed.value === null) return parsed as Parsed<null>;
        return { ok: true, value: parsed.value.local + (parsed.value.offset ?? '') };
      },
      sku: kept(lineOfText(LONGEST.sku)),
      title: kept(lineOfText(LONGEST.title)),
      quantity: kept((cell) => parseQuantity(cell, format('quantity'))),
      unitPrice: kept((cell) => parseUnitPrice(cell, format('unitPrice'))),
      discountPercent: kept((cell) => parsePercent(cell, format('discountPercent'))),
      taxRate: kept((cell) => parsePercent(cell, format('taxRate'), fractions)),
      currency: parseCurrency,
      customerNumber: lineOfText(LONGEST.number),
      customerName: lineOfText(LONGEST.name),
      customerEmail: parseEmail,
      customerPhone: lineOfText(LONGEST.phone),
      country: kept((cell) => ({ ok: true, value: countryCode(cell) })),
    };
    this.headColumns = headFields.flatMap((field) => mapping[field] ?? []);
  }

  /** The order's number as it stands in the row, empty when there is none. */
  numberOf(row: FileRow): string {
    const cell = row.cells[this.mapping.orderNumber ?? -1] ?? '';
    return cleanText(oneLine(cell));
  }

  /** Adds the row to the segment that is open, or begins another when it belongs to something else. */
  read(row: FileRow, open: Segment | undefined): Segment {
    try {
      if (row.ragged) throw new Fault(rowProblem('ragged'));
      const head = this.headOf(row.cells);
      const line = this.lineOf(row);
      const segment = open?.head === head ? open : { head, lines: [], problems: [] };
      segment.lines.push(line);
      return segment;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, column, value } = error.problem;
      const segment = open ?? { head: null, lines: [], problems: [] };
      segment.problems.push([row.line, code, column, showable(value)]);
      return segment;
    }
  }

  /** The same object as long as the order's cells stay the same. */
  private headOf(cells: string[]): SegmentHead {
    const { last } = this;
    if (last && this.headColumns.every((column) => last.cells[column] === cells[column])) return last.head;
    const number = this.required(cells, 'orderNumber');
    const placedAt = this.required(cells, 'placedAt');
    const customer = {
      number: this.value(cells, 'customerNumber'),
      name: this.value(cells, 'customerName'),
      email: this.value(cells, 'customerEmail')?.toLowerCase() ?? null,
      phone: this.value(cells, 'customerPhone'),
      country: this.value(cells, 'country'),
    };
    const head = { number, placedAt, currency: this.value(cells, 'currency'), customer };
    this.last = { cells, head };
    return head;
  }

  private lineOf({ line, cells }: FileRow): SegmentLine {
    const sku = this.value(cells, 'sku');
    const title = this.value(cells, 'title');
    if (sku === null && title === null)
      throw new Fault(rowProblem('missing', this.mapping.sku === undefined ? 'title' : 'sku'));
    const quantity = this.required(cells, 'quantity');
    const unitPrice = this.required(cells, 'unitPrice');
    const discount = this.value(cells, 'discountPercent');
    return [line, sku, title, quantity, unitPrice, discount, this.value(cells, 'taxRate')];
  }

  private value(cells: string[], field: OrderImportField): string | null {
    const column = this.mapping[field];
    if (column === undefined) return null;
    const cell = cells[column] ?? '';
    const parsed = this.readers[field]?.(cell);
    if (parsed?.ok) return parsed.value;
    throw new Fault(rowProblem(parsed?.code ?? 'missing', field, cell));
  }

  private required(cells: string[], field: OrderImportField): string {
    const value = this.value(cells, field);
    if (value === null) throw new Fault(rowProblem('missing', field));
    return value;
  }
}
