import type { ImportFailure } from '@countinghouse/core/imports/schemas';
import type { useTranslations } from 'next-intl';

type Translate = ReturnType<typeof useTranslations<'imports.failed'>>;

/** What is wrong with a file, where, and what to do: one or more sentences. */
export function failureText(t: Translate, { code, line, column, hint }: ImportFailure): string {
  const known = `codes.${code}`;
  const advice = hint && `hints.${hint}`;
  const place =
    line !== null && column !== null
      ? t('place', { line: String(line), column: String(column) })
      : line !== null
        ? t('line', { line: String(line) })
        : column !== null && t('column', { column: String(column) });
  const hinted = advice && t.has(advice as never) && t(advice as 'hints.pdf');
  const sentences = [
    // What kind of file it is says all; that it is no table of text would only puzzle.
    !(code === 'binary' && hinted) && t(t.has(known as never) ? (known as 'codes.failed') : 'codes.failed'),
    place,
    hinted,
  ];
  return sentences.filter(Boolean).join(' ');
}
