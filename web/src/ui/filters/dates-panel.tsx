'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { nameOfRange, rangeNames, rangeOf, type DateRange } from './date-ranges';
import classes from './filters.module.css';
import type { DateSetting } from './types';

const RangePicker = dynamic(() => import('./range-picker').then((module) => module.RangePicker), {
  ssr: false,
  loading: () => <div className={classes.calendarSpace} />,
});

interface DatesPanelProps {
  name: string;
  from: string | null;
  to: string | null;
  dates: DateSetting;
  onChange: (range: DateRange | null) => void;
}

/** A range of dates: by name, or picked in a calendar. */
export function DatesPanel({ name, from, to, dates, onChange }: DatesPanelProps) {
  const t = useTranslations('common.filters');
  const current = from && to ? nameOfRange({ from, to }, dates.today) : undefined;
  return (
    <div className={classes.dates}>
      <div className={classes.options}>
        <label className={classes.option}>
          <input type="radio" name={name} checked={!from && !to} onChange={() => onChange(null)} />
          {t('any')}
        </label>
        {rangeNames.map((range) => (
          <label key={range} className={classes.option}>
            <input
              type="radio"
              name={name}
              checked={current === range}
              onChange={() => onChange(rangeOf(range, dates.today))}
            />
            {t(`ranges.${range}`)}
          </label>
        ))}
      </div>
      <RangePicker from={from} to={to} dates={dates} onChange={onChange} />
    </div>
  );
}
