import { isResetOpen } from '@countinghouse/core/identity';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../../../../ui/button';
import classes from '../../auth.module.css';
import { ResetForm } from './_components/reset-form';

interface PageProps {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.reset');
  return { title: t('title') };
}

export default async function ResetPasswordPage({ params }: PageProps) {
  const { token } = await params;
  const [t, open] = await Promise.all([getTranslations('auth.reset'), isResetOpen(token)]);
  if (!open) {
    return (
      <>
        <h1 className={classes.title}>{t('closedTitle')}</h1>
        <p className={classes.text}>{t('closedText')}</p>
        <ButtonLink look="primary" href="/forgot">
          {t('askAgain')}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.text}>{t('text')}</p>
      <ResetForm token={token} />
    </>
  );
}
