'use client';

import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button';
import classes from './dialog.module.css';

interface DialogProps {
  open: boolean;
  title: string;
  /** Called for Escape, the cross and a press beside the dialog. */
  onClose: () => void;
  /** While something is being done that must not be lost sight of. */
  busy?: boolean;
  /** For tables and pictures. */
  wide?: boolean;
  children: ReactNode;
}

/** A question or a short form above the page. What is behind it waits. */
export function Dialog({ open, title, onClose, busy = false, wide = false, children }: DialogProps) {
  const t = useTranslations('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const close = () => {
    if (!busy) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={wide ? `${classes.dialog} ${classes.wide}` : classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className={classes.inside}>
        <div className={classes.head}>
          <h2 id={titleId}>{title}</h2>
          <Button look="quiet" icon={IconX} iconOnly onClick={close} disabled={busy}>
            {t('close')}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** The end of a dialog: what it does, and the way back. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
