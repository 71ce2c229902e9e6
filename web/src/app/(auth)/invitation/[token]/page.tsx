import { readInvitation, type InvitationView } from '@countinghouse/core/members';
import { isAppError } from '@countinghouse/core/platform/errors';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentSession } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import classes from '../../auth.module.css';
import { AcceptForm } from './_components/accept-form';
import { JoinForm } from './_components/join-form';

interface PageProps {
  params: Promise<{ token: string }>;
}

async function openInvitation(token: string): Promise<InvitationView | null> {
  try {
    return await readInvitation(token);
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') return null;
    throw error;
  }
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('auth.invitation')]);
  const invitation = await openInvitation(token);
  return { title: invitation ? t('title', { company: invitation.company }) : t('closedTitle') };
}

async function Answer({ token, invitation }: { token: string; invitation: InvitationView }) {
  const [t, session] = await Promise.all([getTranslations('auth'), currentSession()]);
  if (!invitation.hasAccount) return <JoinForm token={token} email={invitation.email} />;
  if (session?.user.email === invitation.email) return <AcceptForm token={token} />;
  return (
    <>
      <p className={classes.text}>{t('invitation.signInFirst')}</p>
      <ButtonLink look="primary" href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
        {t('signIn.submit')}
      </ButtonLink>
    </>
  );
}

export default async function InvitationPage({ params }: PageProps) {
  const { token } = await params;
  const [t, roles, invitation] = await Promise.all([
    getTranslations('auth.invitation'),
    getTranslations('auth.roles'),
    openInvitation(token),
  ]);
  if (!invitation) {
    return (
      <>
        <h1 className={classes.title}>{t('closedTitle')}</h1>
        <p className={classes.text}>{t('closedText')}</p>
      </>
    );
  }
  const { company, email, inviter } = invitation;
  const role = roles(invitation.role);
  return (
    <>
      <h1 className={classes.title}>{t('title', { company })}</h1>
      <p className={classes.text}>
        {inviter
          ? t('text', { inviter, email, company, role })
          : t('textAnonymous', { email, company, role })}
      </p>
      <Answer token={token} invitation={invitation} />
    </>
  );
}
