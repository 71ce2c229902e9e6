'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useOptimistic, useRef, useTransition } from 'react';

/** Parameters to set; null removes one. */
export type UrlChanges = Record<string, string | null>;

interface UrlState {
  /** What was asked for last, at once; the page follows when the server has answered. */
  params: URLSearchParams;
  pending: boolean;
  /** Changes the address and with it the page; the list starts at its beginning again. */
  change: (changes: UrlChanges, how?: 'push' | 'replace') => void;
}

/** The state of a list, which lives in its address. */
export function useUrlState(): UrlState {
  const router = useRouter();
  const pathname = usePathname();
  const current = useSearchParams().toString();
  const [asked, ask] = useOptimistic(current);
  const params = useMemo(() => new URLSearchParams(asked), [asked]);
  const [pending, startTransition] = useTransition();
  // Two changes in quick succession: the second one must not forget the first, which is still on its way.
  const latest = useRef(current);
  useEffect(() => {
    if (!pending) latest.current = current;
  }, [current, pending]);

  const change = useCallback(
    (changes: UrlChanges, how: 'push' | 'replace' = 'push') => {
      const next = new URLSearchParams(latest.current);
      next.delete('cursor');
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      latest.current = next.toString();
      const address = latest.current ? `${pathname}?${latest.current}` : pathname;
      startTransition(() => {
        ask(latest.current);
        router[how](address, { scroll: false });
      });
    },
    [ask, pathname, router],
  );
  return { params, pending, change };
}
