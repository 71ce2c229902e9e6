'use client';

import type { ReactNode } from 'react';
import type { Icon as TablerIcon } from '@tabler/icons-react';
import button from './button.module.css';
import { PanelButton } from './filters/panel';
import { Icon } from './icon';
import classes from './menu-button.module.css';

interface MenuButtonProps {
  label: string;
  icon?: TablerIcon;
  /** Links and buttons; a press on one of them closes the menu. */
  children: ReactNode;
}

/** A button that offers several ways: formats to download, things that are seldom done. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const content = (
    <>
      {icon && <Icon of={icon} size={18} />}
      <span>{label}</span>
    </>
  );
  return (
    <PanelButton
      label={label}
      button={content}
      className={`${button.button} ${button.plain ?? ''} ${classes.trigger}`}
      side="end"
    >
      {(close) => (
        <div className={classes.items} onClick={close}>
          {children}
        </div>
      )}
    </PanelButton>
  );
}
