import { formatDate } from '@countinghouse/core/platform/time';
import type { RecurringInvoiceDto, RunFailure } from '@countinghouse/core/recurring-invoices/schemas';
import { MOST_CAUGHT_UP } from '@countinghouse/core/recurring-invoices/states';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from './recurring.module.css';
import { FailureMoves } from './series-moves';

interface SeriesProblemsProps {
  tenant: string;
  series: RecurringInvoiceDto;
  reader: Reader;
  writes: boolean;
}

/** A failure in the reader's words: what the verb refused, and which fields it named. */
function FailureText({ failure }: { failure: RunFailure }) {
  const t = useTranslations();
  const fault = (code: string, values: Record<string, string | number> = {}) =>
    t.has(`faults.${code}` as never) ? t(`faults.${code}` as never, values as never) : code;
  const key = failure.reason ? `errors.reasons.${failure.reason}` : `errors.codes.${failure.code}`;
  return (
    <>
      <p>{t.has(key as never) ? t(key as never) : failure.message}</p>
      {failure.faults.length > 0 && (
        <ul>
          {failure.faults.map(({ path, code, values }) => (
            <li key={path}>
              {path}: {fault(code, values)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What needs someone's attention: a date that failed, invoices that wait, or too many missed dates. */
export function SeriesProblems({ tenant, series, reader, writes }: SeriesProblemsProps) {
  const t = useTranslations('recurring');
  const waiting = series.runs.filter(({ failure }) => failure !== null);
  const failing = series.runs.length > 0 || series.failure ? series.failure : null;
  const own = series.retryAt !== null || waiting.length === 0 ? failing : null;
  if (!own && waiting.length === 0 && series.pauseReason !== 'catch_up') return null;
  const retry = (at: string | null) =>
    at && <p>{t('failure.retry', { time: showTime(at, reader, new Date()) })}</p>;
  return (
    <section className={classes.problem} role="status">
      {series.pauseReason === 'catch_up' && (
        <>
          <h2>{t('catchUp.title')}</h2>
          <p>{t('catchUp.text', { count: MOST_CAUGHT_UP })}</p>
        </>
      )}
      {own && (
        <>
          <h2>{t('failure.series')}</h2>
          <FailureText failure={own} />
          {retry(series.retryAt)}
        </>
      )}
      {waiting.map(({ date, step, failure, retryAt }) => (
        <div key={date}>
          <h2>{t(step === 'send' ? 'failure.send' : 'failure.issue', { date: formatDate(date, reader) })}</h2>
          {failure && <FailureText failure={failure} />}
          {retry(retryAt)}
        </div>
      ))}
      {writes && (own ?? waiting.length > 0) && (
        <div className={classes.buttons}>
          <FailureMoves
            tenant={tenant}
            series={{ id: series.id, version: series.version, state: series.state }}
            settles={waiting.length > 0}
          />
        </div>
      )}
    </section>
  );
}
