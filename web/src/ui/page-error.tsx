'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { Button, ButtonLink } from './button';
import { ErrorNotice } from './error-notice';
import classes from './page-error.module.css';

export interface PageErrorProps {
  /** Next's digest is what the log has beside the request id. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** In place of a page that failed. */
export function PageError({ error, reset }: PageErrorProps) {
  const t = useTranslations('errors.page');
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div className={classes.page}>
      <ErrorNotice
        title={t('title')}
        requestId={error.digest}
        actions={
          <>
            <Button onClick={again}>{t('again')}</Button>
            <ButtonLink href="/">{t('home')}</ButtonLink>
          </>
        }
      >
        <p>{t('text')}</p>
      </ErrorNotice>
    </div>
  );
}
