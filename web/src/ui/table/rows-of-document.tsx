'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { fetchAside } from './rows-apart';

interface Markup {
  __html: string;
}

/** Rows of documents that were left by a link: going back finds them here. */
const left = new Map<string, Markup>();

/** While hydrating, React keeps what the document holds; the object stays the same, so it is never written. */
const fromDocument: Markup = { __html: '' };

const markupOf = (name: string): Markup =>
  typeof window === 'undefined' ? { __html: fetchAside(name) } : (left.get(name) ?? fromDocument);

/** Rows that came with the document. They stand in it once, and not a second time as data for React (ADR 0011). */
export function RowsOfDocument({ name }: { name: string }) {
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const [markup] = useState(() => markupOf(name));

  useEffect(() => {
    const html = body.current?.innerHTML;
    // Where the server could not finish the document, there is nothing to take over.
    if (!html) router.refresh();
    else if (!left.has(name)) left.set(name, { __html: html });
  }, [name, router]);

  return <tbody ref={body} dangerouslySetInnerHTML={markup} suppressHydrationWarning />;
}
