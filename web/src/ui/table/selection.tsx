'use client';

import { createContext, useContext } from 'react';

export interface Selection {
  ids: readonly string[];
  clear: () => void;
}

export const SelectionContext = createContext<Selection>({ ids: [], clear: () => undefined });

/** The rows that are selected in the table around this component. */
export const useSelection = (): Selection => useContext(SelectionContext);
