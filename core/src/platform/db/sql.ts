import { createHash } from 'node:crypto';
import { Prisma } from '../../generated/prisma/client';

/** A statement with its parameters apart. Build it with the `sql` tag; parts nest. */
export type Sql = Prisma.Sql;

export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;

/** Text that goes into a statement as it is: only for names from a fixed list, never for input. */
export const raw = Prisma.raw;

const names = new Map<string, string>();

/** A name for the prepared statement of a text, the same text always getting the same name. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    // Texts are few; a bound guards against a caller that builds endless variants.
    if (names.size > 1_000) names.clear();
    names.set(text, name);
  }
  return name;
}
