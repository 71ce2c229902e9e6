'use client';

import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';

/** Puts a table on the clipboard: cells apart by tabs, so that forms and sheets take it as it is. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations('reports');
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <>
      <Button icon={state === 'copied' ? IconCheck : IconCopy} onClick={() => void copy()}>
        {state === 'copied' ? t('copied') : t('copy')}
      </Button>
      <span className="visually-hidden" role="status">
        {state === 'copied' && t('copied')}
      </span>
      {state === 'failed' && <span role="alert">{t('copyFailed')}</span>}
    </>
  );
}
