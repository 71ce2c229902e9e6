import { join, raw, sql, type Sql } from '../db';
import { minorUnits, currencies } from '../money';
export { csvRows, type CsvCell } from './rows';

/** What a column holds, which decides how Postgres writes it into a CSV cell. */
export type CsvColumn = { key: string } & (
  | { type: 'text' | 'number' | 'tags'; value: Sql }
  | { type: 'time'; value: Sql }
  | { type: 'money'; value: Sql; currency: Sql }
  | { type: 'choice'; value: Sql; choices: readonly string[] }
);

export interface CsvStyle {
  /** IANA zone in which times are written. */
  timeZone: string;
  /** Text of a choice such as a status; the key itself where the file is for machines. */
  label(column: string, choice: string): string;
}

// Spreadsheets run cells that begin like this as formulas (ASVS 1.2.10); a leading quote makes them text.
const formulaStart = raw(String.raw`'^[=+\-@\t\r\n]'`);

/** A text cell: no formula, and line feeds as the only kind of line end. */
function safeText(value: Sql): Sql {
  const oneLineEnd = sql`replace(replace(${value}, E'\r\n', E'\n'), E'\r', E'\n')`;
  return sql`case when ${value} ~ ${formulaStart} then '''' || ${oneLineEnd} else ${oneLineEnd} end`;
}

const byExponent = new Map<number, string[]>();
for (const currency of currencies) {
  const exponent = minorUnits(currency);
  byExponent.set(exponent, [...(byExponent.get(exponent) ?? []), currency]);
}

/** An amount as a plain decimal with the places of its currency: bigint times 0.01 is exact and keeps two. */
function amount(minor: Sql, currency: Sql): Sql {
  const unusual = [...byExponent].filter(([exponent]) => exponent !== 2);
  const cases = unusual.map(([exponent, names]) => {
    const factor = exponent === 0 ? '1' : `0.${'0'.repeat(exponent - 1)}1`;
    return sql`when ${currency} in (${raw(names.map((name) => `'${name}'`).join(', '))}) then ${minor} * ${raw(factor)}`;
  });
  return sql`(case ${join(cases, ' ')} else ${minor} * 0.01 end)`;
}

function cell(column: CsvColumn, style: CsvStyle): Sql {
  switch (column.type) {
    case 'text':
      return safeText(column.value);
    case 'tags':
      return safeText(sql`array_to_string(${column.value}, ', ')`);
    case 'number':
      return column.value;
    case 'money':
      return amount(column.value, column.currency);
    case 'time':
      return sql`to_char(${column.value} at time zone ${style.timeZone}, 'YYYY-MM-DD HH24:MI:SS')`;
    case 'choice': {
      const cases = column.choices.map(
        (choice) => sql`when ${choice} then ${style.label(column.key, choice)}`,
      );
      return sql`case ${column.value} ${join(cases, ' ')} end`;
    }
  }
}

/** The SELECT list that makes Postgres write finished CSV cells. */
export const csvCells = (columns: readonly CsvColumn[], style: CsvStyle): Sql =>
  join(
    columns.map((column) => cell(column, style)),
    ', ',
  );

const BOM = '\uFEFF';

/** The first line of a file, with the byte order mark that spreadsheets need to see UTF-8. */
export function csvHeader(titles: readonly string[]): string {
  const quoted = titles.map((title) => (/[",\r\n]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title));
  return `${BOM}${quoted.join(',')}\n`;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the records of a CSV that passes by in pieces; line ends inside quotes are none. */
export class RecordCounter {
  records = 0;
  private quoted = false;

  add(chunk: Buffer): void {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (byte === QUOTE) this.quoted = !this.quoted;
      else if (byte === LINE_FEED && !this.quoted) this.records += 1;
    }
  }
}
