import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentSession } from '../../../server/session';
import { returnPath } from '../_components/return-path';
import classes from '../auth.module.css';
import { SignInForm } from './_components/sign-in-form';

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const next = returnPath(search['next']);
  if (await currentSession()) redirect(next);
  const t = await getTranslations('auth.signIn');
  return (
    <>
      <h1 className={classes.title}>{t('title')}</h1>
      {search['told'] === 'password-set' && (
        <p className={classes.told} role="status">
          {t('passwordSet')}
        </p>
      )}
      <SignInForm next={next} />
    </>
  );
}
