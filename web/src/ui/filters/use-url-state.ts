'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useTransition } from 'react';

/** Parameters to set; null removes one. */
export type UrlChanges = Record<string, string | null>;

interface UrlState {
  params: URLSearchParams;
  pending: boolean;
  /** Changes the address and with it the page; the list starts at its beginning again. */
  change: (changes: UrlChanges, how?: 'push' | 'replace') => void;
}

/** The state of a list, which lives in its address. */
export function useUrlState(): UrlState {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  // Two changes in quick succession: the second one must not forget the first, which is still on its way.
  const latest = useRef(params.toString());
  useEffect(() => {
    latest.current = params.toString();
  }, [params]);

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
      startTransition(() => router[how](address, { scroll: false }));
    },
    [pathname, router],
  );
  return { params, pending, change };
}
