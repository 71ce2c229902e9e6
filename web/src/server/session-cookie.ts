import { config } from '@countinghouse/core/platform/config';

/** Name and attributes of the session cookie. `__Host-` needs https; a demo on http://localhost goes without. */
export function sessionCookie() {
  const secure = config().NEXTAUTH_URL.startsWith('https:');
  return {
    name: secure ? '__Host-countinghouse.session' : 'countinghouse.session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}
