'use client';

import { placeholders } from '@countinghouse/core/company/schemas';
import { useTranslations } from 'next-intl';
import classes from './settings.module.css';

/** What texts may leave open, and what stands there in the end; pressing one puts it where the cursor was. */
export function PlaceholderList({ onPick, disabled }: { onPick: (text: string) => void; disabled: boolean }) {
  const t = useTranslations('settings.placeholders');
  return (
    <div className={classes.placeholders} role="group" aria-label={t('title')}>
      <span className={classes.hint}>{t('title')}</span>
      {placeholders.map((name) => (
        <button
          key={name}
          type="button"
          disabled={disabled}
          title={t(`meaning.${name}`)}
          onClick={() => onPick(`{${name}}`)}
        >
          {`{${name}}`}
          <span className="visually-hidden">{t(`meaning.${name}`)}</span>
        </button>
      ))}
    </div>
  );
}
