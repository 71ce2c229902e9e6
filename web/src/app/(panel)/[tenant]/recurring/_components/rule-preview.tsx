'use client';

import { formatDate } from '@countinghouse/core/platform/time';
import { nextDates, periodOf } from '@countinghouse/core/recurring-invoices/states';
import { useTranslations } from 'next-intl';
import { useReader } from '../../../../../ui/form/reader-context';
import { useRuleText } from './rule-text';
import { readableRule, type SeriesDraft } from './series-draft';
import classes from './recurring.module.css';

interface RulePreviewProps {
  draft: SeriesDraft;
  today: string;
  /** Of a series that has begun: the day after its last date, and how many it has had. */
  progress?: { from: string; made: number } | undefined;
}

const SHOWN = 5;
const MOST_COUNTED = 1_000;

/** What the rule means: in words, and as the dates that come next. */
export function RulePreview({ draft, today, progress }: RulePreviewProps) {
  const t = useTranslations('recurring');
  const reader = useReader();
  const say = useRuleText(reader);
  const rule = readableRule(draft);
  const from = progress && rule && progress.from > rule.start ? progress.from : (rule?.start ?? '');
  const dates = rule ? nextDates(rule, from, MOST_COUNTED, progress?.made) : [];
  const missed = dates.filter((date) => date < today).length;
  return (
    <section className={classes.preview} aria-live="polite">
      <h2>{t('form.next')}</h2>
      {!rule || dates.length === 0 ? (
        <p className={classes.quiet}>{t('form.noDates')}</p>
      ) : (
        <>
          <p className={classes.words}>{say.whole(rule)}</p>
          <ol className={classes.dates}>
            {dates.slice(0, SHOWN).map((date) => {
              const period = periodOf(rule, date, draft.period);
              return (
                <li key={date}>
                  <strong>{formatDate(date, reader)}</strong>
                  {period && (
                    <span>
                      {t('next.period', {
                        from: formatDate(period.from, reader),
                        to: formatDate(period.to, reader),
                      })}
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
          {missed > 0 && <p className={classes.warn}>{t('form.missed', { count: missed })}</p>}
        </>
      )}
    </section>
  );
}
