import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '../../i18n/client-messages';
import classes from './auth.module.css';
import { LanguageChoice } from './_components/language-choice';

/** The pages for visitors: one card on paper, and the choice of a language. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('auth');
  return (
    <ClientMessages areas={['auth', 'errors.codes.rate-limited', 'errors.reasons.wrong-password']}>
      <div className={classes.page}>
        <main className={classes.card}>
          <p className={classes.mark}>
            <span className={classes.logo} aria-hidden="true">
              C
            </span>
            {t('product')}
          </p>
          {children}
        </main>
        <footer>
          <LanguageChoice />
        </footer>
      </div>
    </ClientMessages>
  );
}
