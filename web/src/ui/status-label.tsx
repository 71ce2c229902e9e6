import type { ReactNode } from 'react';
import classes from './status-label.module.css';

/** What a status asks for: nothing (`off`), attention (`warn`), action (`bad`), or that it is new or well. */
export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'off';

/** A status as a small coloured label; the text alone says everything. */
export function StatusLabel({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${classes.label} ${classes[tone]}`}>{children}</span>;
}
