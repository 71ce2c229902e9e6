'use client';

import { TextInput } from '@mantine/core';
import { parseTime } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateField, type DateFieldProps } from './date-field';
import classes from './date-field.module.css';

interface MomentFieldProps extends Omit<DateFieldProps, 'value' | 'defaultValue' | 'onChange'> {
  /** 'YYYY-MM-DDTHH:mm' or empty. */
  value: string;
  onChange: (value: string) => void;
}

const MIDNIGHT = '00:00';

/** A date and a time of day; without a time, midnight. */
export function MomentField({ value, onChange, disabled = false, ...rest }: MomentFieldProps) {
  const t = useTranslations('common.form');
  const [, date = value, time = ''] = /^(.*)T(\d\d:\d\d)$/s.exec(value) ?? [];
  const [typed, setTyped] = useState<string>();
  const set = (nextDate: string, nextTime: string) =>
    onChange(nextDate ? `${nextDate}T${nextTime || MIDNIGHT}` : '');
  return (
    <div className={classes.moment}>
      <DateField {...rest} disabled={disabled} value={date} onChange={(next) => set(next, time)} />
      <TextInput
        aria-label={t('timeOfDay')}
        placeholder={MIDNIGHT}
        autoComplete="off"
        inputMode="numeric"
        maxLength={5}
        disabled={disabled || !date}
        value={typed ?? time}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const read = text.trim() ? parseTime(text) : MIDNIGHT;
          if (read) set(date, read);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}
