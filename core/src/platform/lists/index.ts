export { atMost, boundOf, keyset, orderBy, type Keyset, type SortKey } from './keyset';
export { decodeCursor, encodeCursor, toPage, type Cursor, type Page } from './page';
export { beginsWith, bestOf, containsWords, partBegins } from './text';
