import { join, sql, type Sql } from '../db';
import { fold, searchPattern } from '../search';

const mostWords = 8;

/** The folded words of what was typed; beyond eight they are one. */
export function searchWords(typed: string): string[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length <= mostWords) return words;
  return [...words.slice(0, mostWords - 1), words.slice(mostWords - 1).join(' ')];
}

/** A condition that finds records whose search text contains every typed word; nothing typed finds all. */
export function containsWords(column: Sql, typed: string): Sql {
  const words = searchWords(typed).map((word) => sql`${column} like ${searchPattern(word)}`);
  return words.length === 0 ? sql`true` : sql`(${join(words, ' and ')})`;
}

/** A condition that finds records of which some part begins with what was typed. */
export function partBegins(column: Sql, typed: string): Sql {
  const inside = searchPattern(typed);
  return sql`(${column} like ${inside.slice(1)} or ${column} like ${`%\n${inside.slice(1)}`})`;
}

const lastCharacter = '\u{10ffff}';

/** A condition that finds folded texts that begin with what was typed: a range of an index in "C" order. */
export function beginsWith(expression: Sql, typed: string): Sql {
  const start = fold(typed);
  return sql`(${expression} >= ${start} and ${expression} < ${start + lastCharacter})`;
}

/**
 * Up to `most` records for a picker. What the first, cheap search finds comes first; the second is asked only
 * when there is room left.
 */
export async function bestOf<Row extends { id: string }>(
  most: number,
  first: () => Promise<Row[]>,
  second: () => Promise<Row[]>,
): Promise<Row[]> {
  const rows = await first();
  if (rows.length >= most) return rows.slice(0, most);
  const seen = new Set(rows.map((row) => row.id));
  const others = await second();
  return [...rows, ...others.filter((row) => !seen.has(row.id))].slice(0, most);
}
