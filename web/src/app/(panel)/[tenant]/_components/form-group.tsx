import { useId, type ReactNode } from 'react';
import classes from './record-form.module.css';

/** Fields that belong together, under a heading. */
export function FormGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id} role="group">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
