'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { Reader } from '../reader';

const ReaderContext = createContext<Reader>({
  language: 'en',
  timeZone: 'UTC',
  dateFormat: 'dmy',
  numberFormat: 'comma-point',
});

/** Tells the fields below how the person who types reads dates and numbers. */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export const useReader = (): Reader => useContext(ReaderContext);
