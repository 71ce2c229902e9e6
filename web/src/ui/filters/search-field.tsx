'use client';

import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icon';
import classes from './filters.module.css';

interface SearchFieldProps {
  /** What can be searched for: "Number, customer, SKU…". */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const pauseMs = 250;

/** Searches the list a moment after the last key, or at once with Enter. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);

  // The address was changed by something else: follow it. Our own change coming back must not undo typing.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const send = (next: string) => {
    if (next === sent.current) return;
    sent.current = next;
    onChange(next);
  };
  useEffect(() => {
    const next = text.trim();
    if (next === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = next;
      onChange(next);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <div className={classes.search} role="search">
      <Icon of={IconSearch} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text.trim());
        }}
      />
    </div>
  );
}
