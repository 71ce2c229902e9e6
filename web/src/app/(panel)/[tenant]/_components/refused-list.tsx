import type { ReactNode } from 'react';
import classes from './dialogs.module.css';

interface RefusedListProps {
  title: string;
  refused: readonly { id: string; name: ReactNode; message: string }[];
}

/** What was left as it is, and why. */
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
