import type { XmlTree } from './xml';

/** A date as CII writes it: format 102 is YYYYMMDD. */
export const ciiDate = (date: string, prefix: 'udt' | 'qdt' = 'udt'): XmlTree => ({
  [`${prefix}:DateTimeString`]: { '@format': '102', '#': date.replaceAll('-', '') },
});
