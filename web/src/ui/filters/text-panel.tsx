'use client';

import { useTranslations } from 'next-intl';
import classes from './filters.module.css';

interface TextPanelProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  close: () => void;
}

/** A word to filter by; Enter takes it, an empty field takes the filter away. */
export function TextPanel({ label, value, onChange, close }: TextPanelProps) {
  const t = useTranslations('common.filters');
  return (
    <form
      className={classes.lookup}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('text');
        onChange(typeof text === 'string' ? text.trim() : null);
        close();
      }}
    >
      <input
        name="text"
        className={classes.input}
        aria-label={label}
        defaultValue={value ?? ''}
        maxLength={40}
      />
      <button type="submit" className={classes.item}>
        {t('apply')}
      </button>
    </form>
  );
}
