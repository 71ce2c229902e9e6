import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SectionKey } from './_components/sections';

/** The title of a section, for the browser's tab. */
export const sectionMetadata = (key: SectionKey) => async (): Promise<Metadata> => {
  const t = await getTranslations('settings');
  return { title: t(`sections.${key}`) };
};
