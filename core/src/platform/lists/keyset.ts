import { raw, sql, type Sql } from '../db';
import { invalid } from '../errors';
import { decodeCursor, type Cursor } from './page';

/** Something a list can be sorted by. Never null; ties are broken by the id. */
export interface SortKey {
  expression: Sql;
  type: 'text' | 'timestamptz' | 'date' | 'numeric' | 'bigint';
}

/** The parts of a statement that read one page: where it begins, its order, and a row's value for the cursor. */
export interface Keyset {
  after: Sql;
  order: Sql;
  value: Sql;
}

const shapes: Record<SortKey['type'], RegExp> = {
  // eslint-disable-next-line no-control-regex -- Postgres takes no NUL in a text
  text: /^[^\u0000]*$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  numeric: /^-?\d{1,30}(\.\d{1,30})?$/,
  bigint: /^-?\d{1,18}$/,
};

const casts: Record<SortKey['type'], (value: string | Sql) => Sql> = {
  text: (value) => sql`${value}::text`,
  timestamptz: (value) => sql`${value}::timestamptz`,
  date: (value) => sql`${value}::date`,
  numeric: (value) => sql`${value}::numeric`,
  bigint: (value) => sql`${value}::bigint`,
};

const valueOf = ({ expression, type }: SortKey): Sql =>
  type === 'timestamptz'
    ? sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`(${expression})::text`;

/** LIMIT, written into the text: as a parameter it would make Postgres plan for a tenth of all rows. */
export const atMost = (rows: number): Sql => raw(`limit ${rows}`);

const isDown = (sort: string) => sort.startsWith('-');

const keyOf = <Name extends string>(
  keys: Readonly<Record<Name, SortKey>>,
  sort: Name | `-${Name}`,
): SortKey => keys[(isDown(sort) ? sort.slice(1) : sort) as Name];

/** ORDER BY of a sort such as `-createdAt`. `id` is the id column. */
export function orderBy<Name extends string>(
  keys: Readonly<Record<Name, SortKey>>,
  id: Sql,
  sort: Name | `-${Name}`,
): Sql {
  const { expression } = keyOf(keys, sort);
  return isDown(sort) ? sql`${expression} desc, ${id} desc` : sql`${expression}, ${id}`;
}

/**
 * Turns a sort such as `-createdAt` and a cursor into SQL. `id` is the id column.
 * @throws AppError `invalid` when the cursor belongs to another order, or was tampered with
 */
export function keyset<Name extends string>(
  keys: Readonly<Record<Name, SortKey>>,
  id: Sql,
  sort: Name | `-${Name}`,
  cursor?: string,
): Keyset {
  const down = isDown(sort);
  const key = keyOf(keys, sort);
  const { expression, type } = key;
  const order = orderBy(keys, id, sort);
  if (cursor === undefined) return { after: sql`true`, order, value: valueOf(key) };

  const from = decodeCursor(cursor, sort);
  const bound = sql`(${casts[type](boundOf(from, type))}, ${from.id}::uuid)`;
  const after = down ? sql`(${expression}, ${id}) < ${bound}` : sql`(${expression}, ${id}) > ${bound}`;
  return { after, order, value: valueOf(key) };
}

/** The value at which a page begins. @throws AppError `invalid` for a cursor that someone has made up */
export function boundOf({ value }: Cursor, type: SortKey['type']): string {
  const fits = value !== null && shapes[type].test(value) && !Number.isNaN(dateOf(type, value));
  if (!fits) throw invalid('cursor', 'cursor');
  return value;
}

const dateOf = (type: SortKey['type'], value: string) =>
  type === 'timestamptz' || type === 'date' ? Date.parse(value) : 0;
