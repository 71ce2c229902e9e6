import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Ctx } from '@countinghouse/core/platform/context';
import { AppError, isAppError } from '@countinghouse/core/platform/errors';
import { log } from '@countinghouse/core/platform/log';
import { openCompany } from '@countinghouse/core/members';
import type { Session } from '@countinghouse/core/identity';
import type { ActionResult } from './result';
import { currentSession } from './session';

async function failure(error: unknown, requestId: string): Promise<ActionResult<never>> {
  const [t, sayFault] = await Promise.all([getTranslations('errors'), getTranslations('faults')]);
  if (!isAppError(error)) {
    log().error({ err: error, requestId }, 'an action failed unexpectedly');
    return { ok: false, code: 'unexpected', message: t('codes.unexpected'), requestId, errors: [] };
  }
  const message = t(error.reason ? `reasons.${error.reason}` : `codes.${error.code}`);
  const errors = error.faults.map(({ path, code, values }) => ({ path, message: sayFault(code, values) }));
  return { ok: false, code: error.code, message, requestId, errors };
}

async function answer<Data>(requestId: string, run: () => Promise<Data>): Promise<ActionResult<Data>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    unstable_rethrow(error);
    return failure(error, requestId);
  }
}

const requestIdOf = (head: Awaited<ReturnType<typeof headers>>) => head.get('x-request-id') ?? '';

async function signedIn(): Promise<Session> {
  const session = await currentSession();
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  return session;
}

/** Runs a verb in the company of the address, for whoever is signed in. The one way from a form to core. */
export async function inCompany<Data>(
  slug: string,
  verb: (ctx: Ctx) => Promise<Data>,
): Promise<ActionResult<Data>> {
  const head = await headers();
  const requestId = requestIdOf(head);
  return answer(requestId, async () => {
    const { user } = await signedIn();
    const ip = head.get('x-client-address') ?? undefined;
    const open = await openCompany(user, slug, { ip, requestId });
    if (!open) throw new AppError('not-found', 'There is no such company.');
    return verb(open.ctx);
  });
}

/** Runs a verb of a person's own account. */
export async function inAccount<Data>(
  verb: (session: Session) => Promise<Data>,
): Promise<ActionResult<Data>> {
  return answer(requestIdOf(await headers()), async () => verb(await signedIn()));
}

/** Runs a verb for a visitor, such as a reset of the password; gets the visitor's address. */
export async function asVisitor<Data>(verb: (ip: string) => Promise<Data>): Promise<ActionResult<Data>> {
  const head = await headers();
  return answer(requestIdOf(head), () => verb(head.get('x-client-address') ?? ''));
}
