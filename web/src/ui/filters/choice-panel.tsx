'use client';

import type { ChoiceFilter } from './types';
import classes from './filters.module.css';

interface ChoicePanelProps {
  filter: ChoiceFilter;
  value: string | null;
  any: string;
  onChange: (value: string | null) => void;
}

/** One option or several of a short list; every press takes effect at once. */
export function ChoicePanel({
  filter: { key, options, many = false },
  value,
  any,
  onChange,
}: ChoicePanelProps) {
  const chosen = value ? value.split(',') : [];
  const toggle = (option: string) => {
    if (!many) return onChange(option);
    const next = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
    onChange(next.length > 0 ? next.join(',') : null);
  };
  return (
    <div className={classes.options}>
      {!many && (
        <label className={classes.option}>
          <input type="radio" name={key} checked={chosen.length === 0} onChange={() => onChange(null)} />
          {any}
        </label>
      )}
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={key}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
