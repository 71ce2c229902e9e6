import { expect, test as base, type Page } from '@playwright/test';
import { Console } from './support/console';
import { newSession, nobody, passwordOf, people, type SignedIn } from './support/people';

interface Journey {
  /** Who `page` is signed in as; null is a visitor. Change it with `test.use({ person: people.viewer })`. */
  person: string | null;
  /** A page in a browser of its own, for a second person, or for the same one elsewhere. */
  open: (person: string | null) => Promise<Page>;
  /** Every journey also fails when a page logs an error or breaks its own content security policy. */
  quiet: Console;
}

interface Run {
  /** The session of a person; everyone signs in once per run. */
  sessionOf: (person: string) => Promise<SignedIn>;
}

export const test = base.extend<Journey, Run>({
  person: [people.owner, { option: true }],

  sessionOf: [
    async ({ playwright }, use, { project }) => {
      const sessions = new Map<string, Promise<SignedIn>>();
      await use((person) => {
        const session =
          sessions.get(person) ?? newSession(playwright.request, String(project.use.baseURL), person);
        sessions.set(person, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],

  storageState: async ({ person, sessionOf }, use) => {
    await use(person === null ? nobody : await sessionOf(person));
  },

  quiet: [
    async ({ context }, use) => {
      const listener = new Console();
      listener.listen(context);
      await use(listener);
      expect(listener.complaints()).toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ browser, sessionOf, quiet }, use) => {
    const opened: Page[] = [];
    await use(async (person) => {
      const storageState = person === null ? nobody : await sessionOf(person);
      const context = await browser.newContext({ storageState });
      quiet.listen(context);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

/** Signs a person in through the page. Journeys about something else get a session from `person` or `open`. */
export async function signIn(page: Page, email: string, password = passwordOf(email)): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

export { expect, people };
