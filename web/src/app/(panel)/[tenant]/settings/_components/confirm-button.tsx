'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';

interface ConfirmButtonProps {
  label: string;
  /** What the second press does, in full: "Remove Ann". */
  confirm: string;
  busy: boolean;
  onConfirm: () => void;
}

/** A button for what cannot be taken back: the first press only asks. */
export function ConfirmButton({ label, confirm, busy, onConfirm }: ConfirmButtonProps) {
  const t = useTranslations('settings');
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button look="quiet" busy={busy} onClick={() => setAsking(true)}>
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
        {t('cancel')}
      </Button>
    </>
  );
}
