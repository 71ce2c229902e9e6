'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Refusal } from '@countinghouse/core/invoices/schemas';
import classes from './dialogs.module.css';

interface RefusedListProps {
  title: string;
  refused: readonly ({ id: string; name: ReactNode } & Refusal)[];
}

/** What was left as it is, and why. */
export function RefusedList({ title, refused }: RefusedListProps) {
  const t = useTranslations('errors');
  if (refused.length === 0) return null;
  const why = ({ message, reason, code }: Refusal): string => {
    const key = reason ? `reasons.${reason}` : `codes.${code}`;
    return t.has(key as never) ? t(key as never) : message;
  };
  return (
    <section className={classes.refused} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {refused.map(({ id, name, ...refusal }) => (
          <li key={id}>
            {name} <span>{why(refusal)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
