'use client';

import type { IssueProblem } from '@countinghouse/core/invoices/schemas';
import { useTranslations } from 'next-intl';

/** Says in the reader's language what keeps a document from being issued, and on which line. */
export function useProblemText(): (problem: IssueProblem) => string {
  const own = useTranslations('invoices.issue');
  const shared = useTranslations('e-invoices');
  const textOf = (code: string): string | undefined => {
    const key = `problems.${code}` as never;
    if (own.has(key)) return own(key);
    return shared.has(key) ? shared(key) : undefined;
  };
  return ({ code, path, message }) => {
    const text = textOf(code);
    const [, index] = /^items\.(\d+)/.exec(path) ?? [];
    if (text === undefined || index === undefined) return text ?? message;
    return shared('onLine', { line: Number(index) + 1, text });
  };
}
