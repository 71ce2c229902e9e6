import { useEffect, useState } from 'react';
import type { SearchHit } from './types';

const shortest = 2;
const pauseMs = 150;

export interface SearchState {
  hits: readonly SearchHit[];
  searching: boolean;
  failed: boolean;
}

const nothing: SearchState = { hits: [], searching: false, failed: false };

async function fetchHits(source: string, text: string, signal: AbortSignal): Promise<SearchHit[]> {
  const separator = source.includes('?') ? '&' : '?';
  const answer = await fetch(`${source}${separator}q=${encodeURIComponent(text)}`, {
    headers: { accept: 'application/json' },
    signal,
  });
  if (!answer.ok) throw new Error(`The search answered ${answer.status}`);
  return ((await answer.json()) as { hits: SearchHit[] }).hits;
}

/** What the server finds for a text, a moment after the last key. The hits before stay until new ones come. */
export function useSearch(source: string, query: string): SearchState {
  const [state, setState] = useState(nothing);
  const text = query.trim();
  useEffect(() => {
    if (text.length < shortest) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, searching: true }));
      fetchHits(source, text, controller.signal).then(
        (hits) => setState({ hits, searching: false, failed: false }),
        () => {
          if (!controller.signal.aborted) setState({ hits: [], searching: false, failed: true });
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source, text]);
  return text.length < shortest ? nothing : state;
}
