'use client';

import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/ru';
import 'dayjs/locale/uz-latn';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DateRange } from './date-ranges';
import { dayjsLocales } from './dayjs-locales';
import type { DateSetting } from './types';

interface RangePickerProps {
  from: string | null;
  to: string | null;
  dates: DateSetting;
  onChange: (range: DateRange | null) => void;
}

/** A calendar in which two presses make a range. */
export function RangePicker({ from, to, dates, onChange }: RangePickerProps) {
  const t = useTranslations('common.filters');
  const [value, setValue] = useState<[string | null, string | null]>([from, to]);
  const pick = (next: [string | null, string | null]) => {
    setValue(next);
    const [start, end] = next;
    if (start && end) onChange({ from: start.slice(0, 10), to: end.slice(0, 10) });
  };
  return (
    <DatesProvider settings={{ locale: dayjsLocales[dates.language], firstDayOfWeek: 1 }}>
      <DatePicker
        type="range"
        size="sm"
        allowSingleDateInRange
        hideOutsideDates
        weekendDays={[]}
        ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
        defaultDate={from ?? dates.today}
        value={value}
        onChange={pick}
      />
    </DatesProvider>
  );
}
