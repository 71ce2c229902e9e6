import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import classes from './progress-row.module.css';

interface ProgressRowProps {
  icon?: TablerIcon;
  name: string;
  /** The state in words: "134,200 of 200,000", "Ready", "Failed: …". */
  state: ReactNode;
  /** While it runs; a total of null means that the end is not known yet. */
  progress?: { done: number; total: number | null };
  /** Download, cancel, try again. */
  action?: ReactNode;
}

/** One long job: its name, how far it is in numbers, and what can be done with it. */
export function ProgressRow({ icon, name, state, progress, action }: ProgressRowProps) {
  return (
    <div className={classes.row}>
      {icon && <Icon of={icon} />}
      <span className={classes.name}>{name}</span>
      <span className={classes.state}>{state}</span>
      {action && <span className={classes.action}>{action}</span>}
      {progress && (
        <progress
          className={classes.progress}
          aria-label={name}
          {...(progress.total ? { value: progress.done, max: progress.total } : {})}
        />
      )}
    </div>
  );
}
