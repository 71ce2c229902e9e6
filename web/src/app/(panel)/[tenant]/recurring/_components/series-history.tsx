import type { AuditLine } from '@countinghouse/core/audit-log';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import detail from '../../_components/detail.module.css';
import { useHistoryText } from '../../_components/use-history-text';

/** What happened to the series, the newest first. */
export function SeriesHistory({ lines, reader }: { lines: readonly AuditLine[]; reader: Reader }) {
  const t = useTranslations('recurring.history');
  const now = new Date();
  const say = useHistoryText('recurring');
  return (
    <section className={detail.box}>
      <h2>{t('title')}</h2>
      <ol className={detail.history}>
        {lines.map((line) => (
          <li key={line.id} className={detail.line}>
            <span>{say(line)}</span>
            <time dateTime={line.at}>{showTime(line.at, reader, now)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
