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
