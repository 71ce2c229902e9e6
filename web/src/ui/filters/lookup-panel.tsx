'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import classes from './filters.module.css';
import type { FilterOption, LookupFilter } from './types';

interface LookupPanelProps {
  filter: LookupFilter;
  value: string | null;
  onChange: (value: string | null) => void;
}

const pauseMs = 200;

async function fetchOptions(source: string, text: string, signal: AbortSignal): Promise<FilterOption[]> {
  const separator = source.includes('?') ? '&' : '?';
  const answer = await fetch(`${source}${separator}q=${encodeURIComponent(text)}`, { signal });
  if (!answer.ok) throw new Error(`The lookup answered ${answer.status}`);
  return ((await answer.json()) as { options: FilterOption[] }).options;
}

/** One of very many: typed, found by the server, chosen. */
export function LookupPanel({ filter, value, onChange }: LookupPanelProps) {
  const t = useTranslations('common.filters');
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly FilterOption[]>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchOptions(filter.source, text.trim(), controller.signal).then(
        (found) => {
          setOptions(found);
          setFailed(false);
        },
        () => {
          if (!controller.signal.aborted) setFailed(true);
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [filter.source, text]);

  const shown =
    options?.some((option) => option.value === value) || !filter.current
      ? options
      : [filter.current, ...(options ?? [])];
  return (
    <div className={classes.lookup}>
      <input
        type="search"
        className={classes.input}
        aria-label={t('find', { what: filter.label })}
        placeholder={t('find', { what: filter.label })}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={classes.options}>
        <label className={classes.option}>
          <input type="radio" name={filter.key} checked={!value} onChange={() => onChange(null)} />
          {t('any')}
        </label>
        {shown?.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={filter.key}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <p role="status" className={classes.hint}>
        {failed ? t('lookupFailed') : options?.length === 0 ? t('nothingFound') : ''}
      </p>
    </div>
  );
}
