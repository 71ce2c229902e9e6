import { languages, type Language } from '@countinghouse/core/platform/time';

export const languageCookie = 'countinghouse-language';

/** Languages by their own names, as a reader who knows no other would look for them. */
export const languageNames: Record<Language, string> = { en: 'English', ru: 'Русский', uz: 'O‘zbekcha' };

const standard: Language = 'en';

export const asLanguage = (value: string | undefined): Language | undefined =>
  languages.find((language) => language === value);

interface Wish {
  language: string;
  weight: number;
}

function parseWish(part: string): Wish {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
  return { language: tag.split('-')[0] ?? '', weight: quality ? Number(quality.slice(2)) || 0 : 1 };
}

/** The best language of ours for an `Accept-Language` header (RFC 9110, 12.5.4). */
export function acceptedLanguage(header: string | null | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').map(parseWish);
  const wanted = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => asLanguage(language)).find((language) => language !== undefined);
}

interface LanguageSources {
  profile: string | undefined;
  cookie: string | undefined;
  accept: string | null | undefined;
}

/** Who says which language: the signed-in user's profile, else an earlier choice, else the browser. */
export const chooseLanguage = ({ profile, cookie, accept }: LanguageSources): Language =>
  asLanguage(profile) ?? asLanguage(cookie) ?? acceptedLanguage(accept) ?? standard;
