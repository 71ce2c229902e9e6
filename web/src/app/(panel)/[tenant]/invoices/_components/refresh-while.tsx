'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const pauseMs = 1_500;
const most = 40;

/** Draws the page anew every second or two while something behind it is under way, for a minute at most. */
export function RefreshWhile({ pending }: { pending: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!pending) return;
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times > most) clearInterval(timer);
      else if (!document.hidden) router.refresh();
    }, pauseMs);
    return () => clearInterval(timer);
  }, [pending, router]);
  return null;
}
