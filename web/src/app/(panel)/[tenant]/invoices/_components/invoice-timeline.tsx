import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from './invoice-page.module.css';
import type { TimelineEvent } from './timeline';

interface InvoiceTimelineProps {
  events: readonly TimelineEvent[];
  reader: Reader;
}

/** What happened to the document, the newest first: issued, sent, viewed, paid, reminded, credited. */
export function InvoiceTimeline({ events, reader }: InvoiceTimelineProps) {
  const t = useTranslations('invoices.history');
  const now = new Date();
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <ol className={classes.events}>
        {events.map(({ key, at, text, detail, href, tone }) => (
          <li key={key} data-tone={tone}>
            <span>{href ? <a href={href}>{text}</a> : text}</span>
            <time dateTime={at}>
              {at.length === 10 ? formatDate(at, { ...reader, now }) : showTime(at, reader, now)}
            </time>
            {detail && <small>{detail}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
