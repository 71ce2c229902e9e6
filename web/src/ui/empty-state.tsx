import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { Icon } from './icon';

interface EmptyStateProps {
  icon?: TablerIcon;
  title: string;
  /** What belongs here, in a sentence or two. */
  children?: ReactNode;
  /** The first steps: buttons. */
  actions?: ReactNode;
}

/** An empty screen: it says what belongs here and offers the first step. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      {icon && <Icon of={icon} size={32} className={classes.icon} />}
      <h2>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
