/** Our languages by the names that dayjs gives them. */
export const dayjsLocales = { en: 'en', ru: 'ru', uz: 'uz-latn' } as const;
