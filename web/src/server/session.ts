import 'server-only';
import { cache } from 'react';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { findSession, type Session } from '@countinghouse/core/identity';
import { openCompany, type OpenCompany } from '@countinghouse/core/members';
import { sessionCookie } from './session-cookie';

/** Who is signed in, or null. Looked up once per request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? findSession(token) : null;
});

/** Who is signed in; visitors are sent to the sign-in page and come back to the page that they asked for. */
export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (session) return session;
  const page = (await headers()).get('x-page') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(page)}`);
}

export interface Company extends OpenCompany {
  session: Session;
  /** Zone in which this person reads times: their own, else the company's. */
  timeZone: string;
}

/** The company of the address, opened for whoever is signed in. Strangers see "not found", like for no company. */
export const requireCompany = cache(async (slug: string): Promise<Company> => {
  const session = await requireSession();
  const head = await headers();
  const open = await openCompany(session.user, slug, {
    ip: head.get('x-client-address') ?? undefined,
    requestId: head.get('x-request-id') ?? undefined,
  });
  if (!open) notFound();
  return { ...open, session, timeZone: session.user.timeZone ?? open.tenant.timeZone };
});
