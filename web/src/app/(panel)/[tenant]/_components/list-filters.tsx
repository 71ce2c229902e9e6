'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition, type FormEvent } from 'react';
import classes from './list-filters.module.css';

/** One filter of a list; its name is the parameter in the address. */
export type ListFilter =
  | {
      name: string;
      label: string;
      type: 'choice';
      any: string;
      options: readonly { value: string; label: string }[];
    }
  | { name: string; label: string; type: 'date' | 'text' };

interface ListFiltersProps {
  /** What is in the address now. */
  values: Record<string, string>;
  searchLabel: string;
  filters: readonly ListFilter[];
  /** Parameters of the address that are no filters and stay. */
  keep: Record<string, string>;
}

const TYPING_PAUSE_MS = 250;

/** Search and filters of a list. Everything stands in the address; without JavaScript it is a plain form. */
export function ListFilters({ values, searchLabel, filters, keep }: ListFiltersProps) {
  const t = useTranslations('common');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [busy, start] = useTransition();

  const apply = () => {
    if (!form.current) return;
    const query = new URLSearchParams(keep);
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === 'string' && value.trim()) query.set(name, value.trim());
    }
    start(() => router.replace(`?${query.toString()}`, { scroll: false }));
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  const changed = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    const typed = event.target instanceof HTMLInputElement && event.target.type !== 'date';
    timer.current = setTimeout(apply, typed ? TYPING_PAUSE_MS : 0);
  };

  return (
    <form
      ref={form}
      className={classes.filters}
      role="search"
      aria-busy={busy}
      onChange={changed}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        className={classes.search}
        type="search"
        name="q"
        defaultValue={values['q'] ?? ''}
        placeholder={searchLabel}
        aria-label={searchLabel}
        maxLength={100}
      />
      {filters.map((filter) => (
        <label key={filter.name} className={classes.filter} data-set={values[filter.name] ? '' : undefined}>
          <span>{filter.label}</span>
          {filter.type === 'choice' ? (
            <select name={filter.name} defaultValue={values[filter.name] ?? ''}>
              <option value="">{filter.any}</option>
              {filter.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input
              type={filter.type}
              name={filter.name}
              defaultValue={values[filter.name] ?? ''}
              maxLength={40}
            />
          )}
        </label>
      ))}
      {Object.keys(values).length > 0 && <a href={`?${new URLSearchParams(keep)}`}>{t('clearFilters')}</a>}
    </form>
  );
}
