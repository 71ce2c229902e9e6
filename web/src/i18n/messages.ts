import type { Language } from '@countinghouse/core/platform/time';
import type { AbstractIntlMessages } from 'next-intl';
import { areas, type Area } from './areas';

type AllMessages = Record<Area, AbstractIntlMessages>;

interface MessageFile {
  default: AbstractIntlMessages;
}

const loaded = new Map<Language, Promise<AllMessages>>();

async function load(language: Language): Promise<AllMessages> {
  const files = await Promise.all(
    areas.map(async (area) => {
      const file = (await import(`../../messages/${area}/${language}.json`)) as MessageFile;
      return [area, file.default] as const;
    }),
  );
  return Object.fromEntries(files) as AllMessages;
}

/** All texts of a language, read once per process. */
export function messagesOf(language: Language): Promise<AllMessages> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = load(language);
  loaded.set(language, loading);
  return loading;
}
