'use client';

import { isDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useUrlState } from '../../../../../ui/filters/use-url-state';
import { DateField } from '../../../../../ui/form/date-field';
import classes from './reports.module.css';

/** The day of a report. */
export function ReportDay({ day, today }: { day: string; today: string }) {
  const t = useTranslations('reports');
  const { pending, change } = useUrlState();
  const [typed, setTyped] = useState(day);
  const set = (next: string) => {
    setTyped(next);
    if (isDate(next)) change({ day: next === today ? null : next }, 'replace');
  };
  return (
    <div className={classes.period} aria-busy={pending}>
      <span>{t('onDay')}</span>
      <DateField
        aria-label={t('onDay')}
        value={typed}
        onChange={set}
        error={isDate(typed) ? null : t('noDate')}
      />
      {day !== today && (
        <button type="button" className={classes.chip} onClick={() => set(today)}>
          {t('today')}
        </button>
      )}
    </div>
  );
}
