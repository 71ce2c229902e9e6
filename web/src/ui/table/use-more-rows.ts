import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { LoadMore } from './types';

interface Page {
  cursor: string;
  rows: ReactNode;
}

interface Continued {
  stamp: number;
  pages: readonly Page[];
  nextCursor: string | null;
}

interface ListStart {
  loadMore: LoadMore;
  tenant: string;
  search: string;
  cursor: string;
  stamp: number;
}

const keptLists = 8;
/** Lists that were left: coming back finds them as long as they were. */
const kept = new Map<string, Continued>();

function keep(key: string, list: Continued): void {
  kept.delete(key);
  kept.set(key, list);
  const oldest = kept.keys().next();
  if (kept.size > keptLists && !oldest.done) kept.delete(oldest.value);
}

/** Reads the same number of pages again, from the start of the list. */
async function readAgain(start: ListStart, count: number): Promise<Continued> {
  const pages: Page[] = [];
  let next: string | null = start.cursor;
  while (next !== null && pages.length < count) {
    const cursor: string = next;
    const { rows, nextCursor } = await start.loadMore({ tenant: start.tenant, search: start.search, cursor });
    pages.push({ cursor, rows });
    next = nextCursor;
  }
  return { stamp: start.stamp, pages, nextCursor: next };
}

/** The pages after the first one. They survive leaving the list, and follow when its first page changes. */
export function useMoreRows(start: ListStart) {
  const { loadMore, tenant, search, cursor, stamp } = start;
  const key = `${tenant}?${search}#${cursor}`;
  const fresh: Continued = { stamp, pages: [], nextCursor: cursor };
  const [list, setList] = useState<Continued>(() => kept.get(key) ?? fresh);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);

  const run = useCallback(
    async (work: () => Promise<Continued>) => {
      if (busy.current) return;
      busy.current = true;
      setFailed(false);
      try {
        const next = await work();
        keep(key, next);
        setList(next);
      } catch {
        setFailed(true);
      } finally {
        busy.current = false;
      }
    },
    [key],
  );

  useEffect(() => {
    if (list.stamp === stamp) return;
    if (list.pages.length === 0) setList({ stamp, pages: [], nextCursor: cursor });
    else void run(() => readAgain({ loadMore, tenant, search, cursor, stamp }, list.pages.length));
  }, [list, stamp, run, loadMore, tenant, search, cursor]);

  const more = useCallback(() => {
    const { nextCursor: from } = list;
    if (from === null) return;
    void run(async () => {
      const page = await loadMore({ tenant, search, cursor: from });
      const pages = [...list.pages, { cursor: from, rows: page.rows }];
      return { stamp: list.stamp, pages, nextCursor: page.nextCursor };
    });
  }, [list, run, loadMore, tenant, search]);

  return { pages: list.pages, nextCursor: list.nextCursor, failed, more };
}
