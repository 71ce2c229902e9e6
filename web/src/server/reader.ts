import 'server-only';
import type { Reader } from '../ui/reader';
import type { Company } from './session';

/** How the person who has this company open reads numbers and times. */
export const readerOf = ({ session, timeZone }: Company): Reader => ({
  language: session.user.language,
  timeZone,
  dateFormat: session.user.dateFormat,
  numberFormat: session.user.numberFormat,
});
