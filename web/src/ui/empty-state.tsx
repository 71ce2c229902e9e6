import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { Icon } from './icon';

interface EmptyStateProps {
  icon?: TablerIcon;
  title: string;
  /** True where it is the whole page and its title the page's own. */
  page?: boolean;
  /** What belongs here, in a sentence or two. */
  children?: ReactNode;
  /** The first steps: buttons. */
  actions?: ReactNode;
}

/** An empty screen: it says what belongs here and offers the first step. */
export function EmptyState({ icon, title, page = false, children, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      {icon && <Icon of={icon} size={32} className={classes.icon} />}
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
