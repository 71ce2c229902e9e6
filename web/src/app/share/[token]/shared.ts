import 'server-only';
import { cache } from 'react';
import { findMembership } from '@countinghouse/core/members';
import { isAppError } from '@countinghouse/core/platform/errors';
import { noteSharedView, openSharedDocument, type SharedDocument } from '@countinghouse/core/sharing';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { currentSession } from '../../../server/session';

/** The document of a link; what no longer opens is "not found", whatever the reason. */
export const sharedOrNotFound = cache(async (token: string): Promise<SharedDocument> => {
  try {
    return await openSharedDocument(token);
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

/** Whether somebody looks who the document was meant for: in a browser's window, and no member of the company. */
async function isCustomer(slug: string): Promise<boolean> {
  const destination = (await headers()).get('sec-fetch-dest');
  if (destination !== null && destination !== 'document') return false;
  const session = await currentSession();
  return !session || (await findMembership(session.user.id, slug)) === null;
}

/** Notes that the document was looked at, where a customer did. */
export async function noteVisit(token: string, { slug }: SharedDocument): Promise<void> {
  if (await isCustomer(slug)) await noteSharedView(token);
}
