'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { formatDate, isDate, localDate, parseDate } from '@countinghouse/core/platform/time';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { PanelButton } from '../filters/panel';
import { Icon } from '../icon';
import type { Reader } from '../reader';
import classes from './date-field.module.css';
import { useReader } from './reader-context';

const DayPicker = dynamic(() => import('./day-picker').then((module) => module.DayPicker), {
  ssr: false,
  loading: () => <div className={classes.calendarSpace} />,
});

type OtherProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'rightSection'>;

export interface DateFieldProps extends OtherProps {
  /** 'YYYY-MM-DD', empty, or what was typed and is no date; with `defaultValue` the field keeps it by itself. */
  value?: string | null;
  defaultValue?: string | null;
  /** Called with 'YYYY-MM-DD', with '' for nothing, and with the text itself where it is no date. */
  onChange?: (value: string) => void;
}

const shown = (value: string, reader: Reader) => (isDate(value) ? formatDate(value, reader) : value);

/** What is typed, kept apart from the value until the field is left: nothing moves under the fingers. */
function useTyped(value: string, set: (value: string) => void) {
  const reader = useReader();
  const [typed, setTyped] = useState<string>();
  const read = (text: string) =>
    parseDate(text, reader.dateFormat, localDate(new Date(), reader.timeZone)) ?? text.trim();
  const first = useRef({ value, read, set });
  // What a browser filled in before the page was ready comes as it was typed.
  useEffect(() => {
    const { value, read, set } = first.current;
    if (value && read(value) !== value) set(read(value));
  }, []);
  return {
    reader,
    text: typed ?? shown(value, reader),
    type: (text: string) => {
      setTyped(text);
      set(read(text));
    },
    leave: () => setTyped(undefined),
    read,
  };
}

/** A date, typed in the reader's own way or picked in a calendar. Forms and addresses hold it as 'YYYY-MM-DD'. */
export function DateField({ value, defaultValue, onChange, onBlur, disabled, ...rest }: DateFieldProps) {
  const t = useTranslations('common.form');
  const [own, setOwn] = useState(defaultValue ?? '');
  const current = value === undefined ? own : (value ?? '');
  const set = (next: string) => {
    setOwn(next);
    onChange?.(next);
  };
  const { reader, text, type, leave } = useTyped(current, set);
  const calendar = (
    <PanelButton
      className={classes.open}
      label={t('calendar')}
      side="end"
      button={
        <>
          <Icon of={IconCalendar} size={16} />
          <span className="visually-hidden">{t('calendar')}</span>
        </>
      }
    >
      {(close) => (
        <DayPicker
          value={isDate(current) ? current : null}
          onChange={(date) => {
            leave();
            set(date);
            close();
          }}
        />
      )}
    </PanelButton>
  );
  return (
    <TextInput
      autoComplete="off"
      placeholder={formatDate(`${localDate(new Date(), reader.timeZone).slice(0, 4)}-12-31`, reader)}
      {...rest}
      className={classes.field}
      disabled={disabled ?? false}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
      rightSection={disabled ? null : calendar}
    />
  );
}
