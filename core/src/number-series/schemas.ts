/** What is numbered: each kind has one series a company, and a counter for each of its periods. */
export const seriesKinds = ['order', 'return', 'offer', 'invoice', 'credit_note', 'reminder'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** Patterns that a company begins with. */
export const standardPatterns: Readonly<Record<SeriesKind, string>> = {
  order: 'SO-{yy}-{00000}',
  return: 'RT-{yy}-{00000}',
  offer: 'OF-{yyyy}-{00000}',
  invoice: 'INV-{yyyy}-{00000}',
  credit_note: 'CN-{yyyy}-{00000}',
  reminder: 'RM-{yyyy}-{00000}',
};

/** The period that a pattern counts in: its year, its month, or all time. */
function periodOf(pattern: string, date: string): string {
  const [year = '', month = ''] = date.split('-');
  if (pattern.includes('{mm}')) return `${year}-${month}`;
  return /\{yy(yy)?\}/.test(pattern) ? year : '';
}

/** What a number is made of but for its count, which only the counter of its series and period knows. */
export interface NumberParts {
  period: string;
  before: string;
  /** Fewest digits of the count. */
  digits: number;
  after: string;
}

/** Fills a pattern such as `SO-{yy}-{00000}` for a local date (YYYY-MM-DD). */
export function numberParts(pattern: string, date: string): NumberParts {
  const [year = '', month = ''] = date.split('-');
  const dated = pattern.replace('{yyyy}', year).replace('{yy}', year.slice(-2)).replace('{mm}', month);
  const [place = '', zeros = ''] = /\{(0+)\}/.exec(dated) ?? [];
  const at = place ? dated.indexOf(place) : dated.length;
  return {
    period: periodOf(pattern, date),
    before: dated.slice(0, at),
    digits: zeros.length,
    after: dated.slice(at + place.length),
  };
}

/** The number of a count. */
export const numberText = ({ before, digits, after }: NumberParts, count: bigint): string =>
  before + count.toString().padStart(digits, '0') + after;
