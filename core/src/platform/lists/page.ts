import { z } from 'zod';
import { invalid } from '../errors';

/** One page of a list by keyset: the rows, and where the next page begins, or null at the end. */
export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** The sort value and id of the last row of a page; opaque to clients. */
const Cursor = z.tuple([z.string(), z.string().nullable(), z.uuid()]);
export interface Cursor {
  sort: string;
  value: string | null;
  id: string;
}

export const encodeCursor = ({ sort, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** @throws AppError `invalid` when the text is no cursor, or one of another sort order */
export function decodeCursor(text: string, sort: string): Cursor {
  let parsed;
  try {
    parsed = Cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    parsed = undefined;
  }
  if (!parsed?.success || parsed.data[0] !== sort) throw invalid('cursor', 'cursor');
  return { sort, value: parsed.data[1], id: parsed.data[2] };
}

/** Makes a page of up to `limit` rows out of `limit + 1` rows read. */
export function toPage<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  sort: string,
  valueOf: (row: Row) => string | null,
): Page<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodeCursor({ sort, value: valueOf(last), id: last.id }) : null;
  return { rows: page, nextCursor };
}
