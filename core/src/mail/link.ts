import { config } from '../platform/config';

/** Pages that mails lead to; `web` has them under the same names. */
export type MailPage = 'invitation' | 'reset' | 'forgot' | 'share';

/** The address of a page as browsers reach it, such as https://books.example/reset/TOKEN. */
export function mailLink(page: MailPage, token?: string): string {
  const base = config().NEXTAUTH_URL.replace(/\/+$/, '');
  return token === undefined ? `${base}/${page}` : `${base}/${page}/${token}`;
}
