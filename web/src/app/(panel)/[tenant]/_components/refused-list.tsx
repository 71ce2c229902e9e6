import type { ReactNode } from 'react';
import type { Refusal } from '@countinghouse/core/invoices/schemas';
import classes from './dialogs.module.css';

interface RefusedListProps {
  title: string;
  refused: readonly ({ id: string; name: ReactNode } & Refusal)[];
}

/** What was left as it is, and why, in the words of the server. */
export function RefusedList({ title, refused }: RefusedListProps) {
  if (refused.length === 0) return null;
  return (
    <section className={classes.refused} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {refused.map(({ id, name, message }) => (
          <li key={id}>
            {name} <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
