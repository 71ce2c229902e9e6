'use client';

import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/ru';
import 'dayjs/locale/uz-latn';
import { localDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { dayjsLocales } from '../filters/dayjs-locales';
import { useReader } from './reader-context';

/** A calendar in which one press chooses a day. */
export function DayPicker({ value, onChange }: { value: string | null; onChange: (date: string) => void }) {
  const t = useTranslations('common.filters');
  const { language, timeZone } = useReader();
  return (
    <DatesProvider settings={{ locale: dayjsLocales[language], firstDayOfWeek: 1 }}>
      <DatePicker
        size="sm"
        hideOutsideDates
        weekendDays={[]}
        ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
        defaultDate={value ?? localDate(new Date(), timeZone)}
        value={value}
        onChange={(date) => date && onChange(date.slice(0, 10))}
      />
    </DatesProvider>
  );
}
