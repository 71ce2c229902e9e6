import { currentSession } from '../server/session';

/** The language in the profile of whoever is signed in; undefined for visitors. */
export const profileLanguage = async (): Promise<string | undefined> =>
  (await currentSession())?.user.language;
