import type { AuditLine } from '@countinghouse/core/audit-log';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import { useHistoryText } from '../../_components/use-history-text';
import classes from '../../orders/_components/side.module.css';

/** What happened to the offer, the newest first. */
export function OfferHistory({ lines, reader }: { lines: readonly AuditLine[]; reader: Reader }) {
  const t = useTranslations('offers');
  const now = new Date();
  const say = useHistoryText('offers');
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
