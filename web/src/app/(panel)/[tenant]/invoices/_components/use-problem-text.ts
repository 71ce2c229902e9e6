'use client';

import type { IssueProblem } from '@countinghouse/core/invoices/schemas';
import { useTranslations } from 'next-intl';

/** Says in the reader's language what keeps a document from being issued, and on which line. */
export function useProblemText(): (problem: IssueProblem) => string {
  const t = useTranslations('e-invoices');
  return ({ code, path, message }) => {
    const key = `problems.${code}`;
    if (!t.has(key as never)) return message;
    const text = t(key as never);
    const [, index] = /^items\.(\d+)/.exec(path) ?? [];
    return index === undefined ? text : t('onLine', { line: Number(index) + 1, text });
  };
}
