'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { ActionResult } from '../../../../../server/result';

const PAUSE_MS = 150;

/** Suggestions for what is typed, asked for after a short pause; late answers to older texts are dropped. */
export function useSuggestions<Suggestion>(
  text: string,
  ask: (text: string) => Promise<ActionResult<Suggestion[]>>,
): Suggestion[] {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const [found, setFound] = useState<Suggestion[]>([]);
  useEffect(() => {
    let current = true;
    ask(settled)
      .then((result) => {
        if (current && result.ok) setFound(result.data);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
    // The way to ask never changes while a field is on the page.
  }, [settled]);
  return found;
}
