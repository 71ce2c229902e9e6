import type { APIRequest, BrowserContextOptions } from '@playwright/test';

/** The people of the demo. */
export const people = {
  owner: 'owner@demo.test',
  manager: 'manager@demo.test',
  viewer: 'viewer@demo.test',
  rival: 'owner@rival.test',
} as const;
/** A password that the product takes; that of the demo is published, and refused to everyone else. */
export const GOOD_PASSWORD = 'seven quiet harbours';

export const passwordOf = (email: string): string =>
  (Object.values(people) as string[]).includes(email) ? 'countinghouse-demo' : GOOD_PASSWORD;

export type SignedIn = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/** What the browser of a visitor keeps. To be given in so many words: contexts inherit the journey's own. */
export const nobody: SignedIn = { cookies: [], origins: [] };

/** A new session, made by the same requests that the sign-in page sends; what a browser keeps of it. */
export async function newSession(
  requests: APIRequest,
  baseURL: string,
  email: string,
  password = passwordOf(email),
): Promise<SignedIn> {
  const extraHTTPHeaders = { origin: baseURL };
  const visitor = await requests.newContext({ baseURL, extraHTTPHeaders, storageState: nobody });
  try {
    const asked = await visitor.get('/api/auth/csrf');
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const form = { email, password, csrfToken, callbackUrl: baseURL, json: 'true' };
    const answer = await visitor.post('/api/auth/callback/credentials', { form });
    if (!answer.ok())
      throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
    return await visitor.storageState();
  } finally {
    await visitor.dispose();
  }
}
