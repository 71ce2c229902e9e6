'use client';

import { isDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { nameOfRange, rangeOf, type RangeName } from '../../../../../ui/filters/date-ranges';
import { useUrlState } from '../../../../../ui/filters/use-url-state';
import { DateField } from '../../../../../ui/form/date-field';
import classes from './reports.module.css';

interface PeriodPickerProps {
  from: string;
  to: string;
  today: string;
  ranges: readonly RangeName[];
}

/** The period of a report: one with a name, or any two days. */
export function PeriodPicker({ from, to, today, ranges }: PeriodPickerProps) {
  const t = useTranslations('reports');
  const common = useTranslations('common.filters');
  const { params, pending, change } = useUrlState();
  const [typed, setTyped] = useState({ from, to });
  const asked = { from: params.get('from') ?? from, to: params.get('to') ?? to };
  const current = nameOfRange(asked, today);
  const set = (next: { from: string; to: string }) => {
    setTyped(next);
    if (isDate(next.from) && isDate(next.to) && next.from <= next.to) change(next, 'replace');
  };
  return (
    <div className={classes.period} aria-busy={pending}>
      <div className={classes.chips} role="group" aria-label={t('period')}>
        {ranges.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.chip}
            aria-pressed={current === name}
            onClick={() => set(rangeOf(name, today))}
          >
            {common(`ranges.${name}`)}
          </button>
        ))}
      </div>
      <DateField
        aria-label={t('from')}
        value={typed.from}
        onChange={(day) => set({ ...typed, from: day })}
        error={isDate(typed.from) ? null : t('noDate')}
      />
      <span aria-hidden="true">–</span>
      <DateField
        aria-label={t('to')}
        value={typed.to}
        onChange={(day) => set({ ...typed, to: day })}
        error={isDate(typed.to) ? typed.from > typed.to && t('endsBefore') : t('noDate')}
      />
    </div>
  );
}
