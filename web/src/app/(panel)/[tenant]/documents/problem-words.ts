import type { EInvoiceProblem } from '@countinghouse/core/e-invoices/schemas';
import type { useTranslations } from 'next-intl';

type Texts = ReturnType<typeof useTranslations<'e-invoices'>>;

/** What keeps a document from being a valid e-invoice, in the reader's language, with the line that it is about. */
export function problemWords(t: Texts, { code, path }: EInvoiceProblem): string {
  const text = t(`problems.${code}`);
  const [, index] = /^items\.(\d+)/.exec(path) ?? [];
  return index === undefined ? text : t('onLine', { line: Number(index) + 1, text });
}
