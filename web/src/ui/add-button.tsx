import { IconPlus, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import classes from './button.module.css';

interface AddButtonProps {
  onClick: () => void;
  icon?: Icon;
  children: ReactNode;
}

/** Adds one more to what stands above it: a line, an address, a file. */
export function AddButton({ onClick, icon = IconPlus, children }: AddButtonProps) {
  return (
    <Button look="quiet" icon={icon} className={classes.flush} onClick={onClick}>
      {children}
    </Button>
  );
}
