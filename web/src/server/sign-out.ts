'use server';

import { endSession } from '@countinghouse/core/identity';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookie } from './session-cookie';

/** Ends the session and leads to the sign-in page. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  const { name } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await endSession(token);
  jar.delete(name);
  redirect('/sign-in');
}
