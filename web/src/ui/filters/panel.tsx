'use client';

import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './filters.module.css';

interface PanelButtonProps {
  /** Content of the button. */
  button: ReactNode;
  /** Class of the button. */
  className?: string | undefined;
  /** Name of the panel. */
  label: string;
  /** Panels at the right edge of the page open to the left. */
  side?: 'start' | 'end';
  openAtFirst?: boolean;
  children: (close: () => void) => ReactNode;
}

const firstField = 'input, button, [tabindex="0"]';

/** A button with a panel below it, closed by Escape or by going elsewhere. On a phone it rises from below. */
export function PanelButton(props: PanelButtonProps) {
  const { button, className, label, side = 'start', openAtFirst = false, children } = props;
  const [open, setOpen] = useState(openAtFirst);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>(firstField)?.focus();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <div
      ref={root}
      className={classes.anchor}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
        }
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen((before) => !before)}
      >
        {button}
      </button>
      {open && (
        <div ref={panel} id={id} role="group" aria-label={label} className={classes.panel} data-side={side}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
