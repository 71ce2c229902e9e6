import pg from 'pg';
import type { Sql } from './sql';

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`;
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error('this kind of value has no SQL literal');
}

/** A statement with its parameters written in as literals, for COPY, which takes none. */
export function inline(statement: Sql): string {
  return statement.strings.reduce(
    (text, part, index) => text + (index === 0 ? '' : literal(statement.values[index - 1])) + part,
    '',
  );
}
