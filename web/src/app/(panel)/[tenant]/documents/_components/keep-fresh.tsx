'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

const PAUSE_MS = 2_000;
const MOST = 30;

/** Reads the page again now and then, for as long as something on it is on its way. */
export function KeepFresh() {
  const router = useRouter();
  const count = useRef(0);
  useEffect(() => {
    const timer = setInterval(() => {
      count.current += 1;
      if (count.current > MOST) clearInterval(timer);
      else if (!document.hidden) router.refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
