import type { ReactNode } from 'react';

/** Where a cell goes when rows are cards on a phone; cells without a place are left out there. */
export type CardPlace = 'title' | 'detail' | 'detail2' | 'amount' | 'status';

export interface Column<Row> {
  key: string;
  label: string;
  /** Text and plain elements, also from components that are drawn on the server; nothing that moves. */
  cell: (row: Row) => ReactNode;
  /** Numbers and amounts stand at the end of their column. */
  align?: 'end';
  /** What the list is sorted by when the header is pressed; `-placedAt` begins with the newest. */
  sort?: string;
  card?: CardPlace;
  /** CSS width; the rest share what is left. */
  width?: string;
  /** Secondary text, such as dates and counts. */
  quiet?: boolean;
}

export interface RowSum {
  /** Minor units. */
  minor: string;
  currency: string;
}

export interface RowShape<Row> {
  columns: readonly Column<Row>[];
  /** Which column carries the link and the row's name; the first where absent. */
  linkColumn?: string;
  id: (row: Row) => string;
  href?: (row: Row) => string;
  /** What the row is called: the name of its checkbox. Absent where rows cannot be selected. */
  selectable?: (row: Row) => string;
  /** What the row adds to the total of a selection. */
  sum?: (row: Row) => RowSum | null;
}

/** A further page of a list, as a server action answers it. */
export interface MoreRows {
  /** `<Rows …/>` with the rows of that page. */
  rows: ReactNode;
  nextCursor: string | null;
}

/** Where in the product a list is: what `loadMore` needs to continue it. */
export interface ListPlace {
  tenant: string;
  /** The query string of the page, without `?`. */
  search: string;
  cursor: string;
}

export type LoadMore = (place: ListPlace) => Promise<MoreRows>;

/** Search parameters as a Next page gets them, awaited. */
export type SearchParams = Record<string, string | string[] | undefined>;
