'use client';

import { IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../../ui/button';
import classes from '../../_components/settings.module.css';

/** A key that was just made. It is here and nowhere else. */
export function NewKey({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const t = useTranslations('settings.keys');
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={classes.secret} role="status">
      <strong>{t('made', { name })}</strong>
      <p>{t('onlyOnce')}</p>
      <code>{secret}</code>
      <div className={classes.side}>
        <Button look="primary" icon={IconCopy} onClick={() => void copy()}>
          {copied ? t('copied') : t('copy')}
        </Button>
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    </div>
  );
}
