'use client';

import type { UpdateCompanyProfileInput } from '@countinghouse/core/company/schemas';
import type { DocumentKind, DocumentPage } from '@countinghouse/core/documents/schemas';
import type { Language } from '@countinghouse/core/platform/time';
import { useEffect, useRef, useState } from 'react';
import { previewDocumentAction } from '../actions';

interface Wanted {
  kind: DocumentKind;
  language: Language;
  values: UpdateCompanyProfileInput;
}

/** Long enough for a word to be typed, short enough to seem to follow. */
const PAUSE_MS = 350;

/** A sample document that follows what is being typed: one request at a time, and always the newest state last. */
export function usePreview(tenant: string, first: DocumentPage) {
  const [page, setPage] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef(false);
  const next = useRef<Wanted>(undefined);
  const last = useRef('');

  const draw = async () => {
    const wanted = next.current;
    if (!wanted || running.current) return;
    next.current = undefined;
    const text = JSON.stringify(wanted);
    if (text === last.current) return;
    running.current = true;
    last.current = text;
    try {
      const result = await previewDocumentAction(tenant, { ...wanted, values: { ...wanted.values } });
      if (result.ok) setPage(result.data);
    } catch {
      // The sample stays as it was; saving says what is wrong.
      last.current = '';
    } finally {
      running.current = false;
    }
    await draw();
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  /** @param again draws it even where nothing was typed, as after another logo */
  const refresh = (wanted: Wanted, again = false) => {
    next.current = wanted;
    if (again) last.current = '';
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void draw(), PAUSE_MS);
  };
  return { page, refresh };
}
