'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ImportSnapshot } from '../snapshot';

const pollMs = 1_000;

async function fetchSnapshot(source: string, signal: AbortSignal): Promise<ImportSnapshot> {
  const answer = await fetch(source, { headers: { accept: 'application/json' }, signal });
  if (!answer.ok) throw new Error(`The import answered ${answer.status}`);
  return (await answer.json()) as ImportSnapshot;
}

/** Follows an import every second and draws the page anew as soon as it is in another state. */
export function useSnapshot(source: string, initial: ImportSnapshot) {
  const router = useRouter();
  const [snapshot, setSnapshot] = useState(initial);
  const [lost, setLost] = useState(false);
  const shown = initial.state;

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const next = await fetchSnapshot(source, leaving.signal);
        if (leaving.signal.aborted) return;
        setLost(false);
        if (next.state === shown) setSnapshot(next);
        else router.refresh();
      } catch {
        if (leaving.signal.aborted) return;
        setLost(true);
      }
      later();
    };
    const later = () => {
      timer = setTimeout(() => void ask(), document.hidden ? pollMs * 5 : pollMs);
    };
    later();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [source, shown, router]);

  return { snapshot, lost };
}
