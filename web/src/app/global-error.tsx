'use client';

import '../ui/tokens.css';
import '../ui/global.css';
import type { Language } from '@countinghouse/core/platform/time';
import { useEffect, useState } from 'react';
import en from '../../messages/errors/en.json';
import ru from '../../messages/errors/ru.json';
import uz from '../../messages/errors/uz.json';
import { asLanguage } from '../i18n/language';
import { Button } from '../ui/button';
import type { PageErrorProps } from '../ui/page-error';
import classes from '../ui/page-error.module.css';

const texts: Record<Language, typeof en.page & { requestId: string }> = {
  en: { ...en.page, requestId: en.requestId },
  ru: { ...ru.page, requestId: ru.requestId },
  uz: { ...uz.page, requestId: uz.requestId },
};

/** Where even the root layout failed: nothing around it works, so it brings its own words. */
export default function GlobalError({ error, reset }: PageErrorProps) {
  const [language, setLanguage] = useState<Language>('en');
  useEffect(() => {
    setLanguage(asLanguage(navigator.language.split('-')[0]) ?? 'en');
  }, []);
  const t = texts[language];
  return (
    <html lang={language}>
      <body>
        <main className={classes.page} role="alert">
          <h1>{t.title}</h1>
          <p>{t.text}</p>
          {error.digest && (
            <p>
              {t.requestId} <code>{error.digest}</code>
            </p>
          )}
          <Button onClick={reset}>{t.again}</Button>
        </main>
      </body>
    </html>
  );
}
