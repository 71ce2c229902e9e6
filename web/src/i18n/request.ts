import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLanguage, languageCookie } from './language';
import { messagesOf } from './messages';
import { profileLanguage } from './profile-language';

export default getRequestConfig(async ({ locale }) => {
  const [profile, jar, head] = await Promise.all([profileLanguage(), cookies(), headers()]);
  const language = chooseLanguage({
    profile: locale ?? profile,
    cookie: jar.get(languageCookie)?.value,
    accept: head.get('accept-language'),
  });
  // Dates are formatted by core in the user's own zone; next-intl only wants to know one.
  return { locale: language, timeZone: 'UTC', messages: await messagesOf(language) };
});
