'use client';

import { IconPaperclip } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Icon } from '../../../../../ui/icon';
import classes from './sharing.module.css';
import type { MailValues } from './use-sending';

/** The mail as who gets it will see it. */
export function MailPreview({ values, language }: { values: MailValues; language: string }) {
  const t = useTranslations('sharing');
  return (
    <article className={classes.preview} lang={language} aria-label={t('preview')}>
      <h3>{values.subject}</h3>
      {values.text
        .split(/\n{2,}/)
        .filter(Boolean)
        .map((part, index) => (
          <p key={index}>{part}</p>
        ))}
      {values.withLink && <p className={classes.quiet}>{t('linkHere')}</p>}
      <ul className={classes.files}>
        <li>
          <Icon of={IconPaperclip} size={16} /> PDF
        </li>
        {values.attachXml && (
          <li>
            <Icon of={IconPaperclip} size={16} /> XML
          </li>
        )}
      </ul>
    </article>
  );
}
