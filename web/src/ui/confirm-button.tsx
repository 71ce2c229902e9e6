'use client';

import type { Icon } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, type ButtonLook } from './button';

interface ConfirmButtonProps {
  label: string;
  /** What the second press does, in full: "Remove Ann". */
  confirm: string;
  /** The way back; "Cancel" where absent. */
  dismiss?: string;
  look?: ButtonLook;
  icon?: Icon;
  busy: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be taken back: the first press only asks. */
export function ConfirmButton({
  label,
  confirm,
  dismiss,
  look = 'quiet',
  icon,
  busy,
  onConfirm,
}: ConfirmButtonProps) {
  const t = useTranslations('common.form');
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look={look} {...(icon && { icon })} busy={busy} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <Button
        look="danger"
        autoFocus
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        {dismiss ?? t('cancel')}
      </Button>
    </>
  );
}
