'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '../button';
import classes from './leave-dialog.module.css';

interface LeaveDialogProps {
  open: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks before changes are left behind. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveDialogProps) {
  const t = useTranslations('common.leave');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} className={classes.dialog} onCancel={onStay} aria-labelledby="leave-title">
      <h2 id="leave-title">{t('title')}</h2>
      <p>{t('text')}</p>
      <div className={classes.buttons}>
        <Button onClick={onLeave}>{t('leave')}</Button>
        <Button look="primary" onClick={onStay} autoFocus>
          {t('stay')}
        </Button>
      </div>
    </dialog>
  );
}
