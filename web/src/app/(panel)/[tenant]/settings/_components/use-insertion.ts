'use client';

import { useRef, type FocusEvent } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Puts text where the cursor was last, in one of the fields that carry their path. */
export function useInsertion(setValue: (path: string, value: string) => void) {
  const last = useRef<Field>(undefined);
  const onFocus = (event: FocusEvent) => {
    const { target } = event;
    if (
      (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) &&
      target.dataset['path']
    )
      last.current = target;
  };
  const insert = (text: string) => {
    const field = last.current;
    const path = field?.dataset['path'];
    if (!field?.isConnected || !path) return;
    const [start, end] = [
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
    ];
    setValue(path, field.value.slice(0, start) + text + field.value.slice(end));
    requestAnimationFrame(() => {
      const now = document.querySelector<Field>(`[data-path="${CSS.escape(path)}"]`);
      now?.focus();
      now?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  return { onFocus, insert };
}
