import type { AuditLine } from '@countinghouse/core/audit-log';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../ui/reader';
import classes from '../orders/_components/side.module.css';
import { useHistoryText } from './use-history-text';

interface PlainHistoryProps {
  area: 'orders' | 'offers';
  lines: readonly AuditLine[];
  reader: Reader;
}

/** What happened to an order or an offer, the newest first: who did what, without what was changed. */
export function PlainHistory({ area, lines, reader }: PlainHistoryProps) {
  const t = useTranslations(area as 'orders');
  const now = new Date();
  const say = useHistoryText(area);
  return (
    <section className={classes.box}>
      <h2>{t('history.title')}</h2>
      <ol className={classes.history}>
        {lines.map((line) => (
          <li key={line.id}>
            <span>{say(line)}</span>
            <time dateTime={line.at}>{showTime(line.at, reader, now)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
