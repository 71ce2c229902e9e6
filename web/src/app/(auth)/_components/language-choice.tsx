'use client';

import { languages } from '@countinghouse/core/platform/time';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { languageCookie, languageNames } from '../../../i18n/language';
import { keepPreference } from '../../../ui/preferences';
import classes from '../auth.module.css';

/** The language for visitors; whoever is signed in has one in the profile. */
export function LanguageChoice() {
  const t = useTranslations('auth');
  const current = useLocale();
  const router = useRouter();
  return (
    <div className={classes.languages} role="group" aria-label={t('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => {
            keepPreference(languageCookie, language);
            router.refresh();
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
