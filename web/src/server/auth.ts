import 'server-only';
import { createSession, endSession, findSession, verifyPassword } from '@countinghouse/core/identity';
import { config } from '@countinghouse/core/platform/config';
import { isAppError } from '@countinghouse/core/platform/errors';
import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import credentials from 'next-auth/providers/credentials';
import { sessionCookie } from './session-cookie';

const DAY_SECONDS = 86_400;

export interface SignInRequest {
  ip: string;
  userAgent: string | undefined;
  /** Token of the session that the browser has until now. */
  token: string | undefined;
}

const sessionTokenOf = (token: JWT | undefined): string | undefined =>
  typeof token?.['sessionToken'] === 'string' ? token['sessionToken'] : undefined;

async function authorize(given: Record<'email' | 'password', string> | undefined, ip: string) {
  try {
    return await verifyPassword(given?.email ?? '', given?.password ?? '', ip);
  } catch (error) {
    // The sign-in page shows this word as its own text.
    if (isAppError(error)) throw new Error(error.code);
    throw error;
  }
}

/**
 * next-auth with sessions as rows (rule 18): the cookie holds a session's token and nothing else. The library
 * offers this only for its own adapters, so the two ends of its token are ours.
 */
export function authOptions(request: SignInRequest): NextAuthOptions {
  const { name, options } = sessionCookie();
  return {
    secret: config().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 30 * DAY_SECONDS },
    pages: { signIn: '/sign-in' },
    cookies: { sessionToken: { name, options } },
    providers: [
      credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given) => authorize(given, request.ip),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        const { ip, userAgent, token: replaces } = request;
        const started = await createSession(user.id, { ip, userAgent, replaces });
        return { ...token, sessionToken: started.token };
      },
    },
    jwt: {
      encode: ({ token }) => Promise.resolve(sessionTokenOf(token) ?? ''),
      async decode({ token }) {
        const session = token ? await findSession(token) : null;
        return session && { sub: session.user.id, sessionToken: token };
      },
    },
    events: {
      async signOut({ token }) {
        const ended = sessionTokenOf(token);
        if (ended) await endSession(ended);
      },
    },
  };
}
