import { formatDate, type Language } from '@countinghouse/core/platform/time';

/** A month 'YYYY-MM' in words: "Nov 2026". */
export const monthText = (month: string, language: Language): string =>
  formatDate(`${month}-01`, { dateFormat: 'dmy', language, timeZone: 'UTC' }).replace(/^1[- ]/, '');
