/** How clearly a text names a document: not, by its count alone, by year and count, or by its whole number. */
export type Mention = 0 | 1 | 2 | 3;

const gap = '[^\\p{L}\\p{N}]{0,3}';

/** Banks break lines anywhere, also inside a number. */
const digits = (run: string) => {
  const bare = run.replace(/^0+(?=\d)/, '');
  return `(?:0\\s?)*${[...bare].join('\\s?')}`;
};

const piece = (run: string) => (/^\d/.test(run) ? digits(run) : [...run].join('\\s?'));

function pattern(runs: readonly string[]): RegExp {
  const first = runs[0] ?? '';
  const before = /^\d/.test(first) ? '(?<![0-9])' : '(?<!\\p{L})';
  const last = runs.at(-1) ?? '';
  const after = /\d$/.test(last) ? '(?![0-9])' : '(?!\\p{L})';
  return new RegExp(`${before}${runs.map(piece).join(gap)}${after}`, 'u');
}

/** Upper case without marks, for comparing with `mention`. */
export const forMentions = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();

interface NumberPatterns {
  whole: RegExp;
  /** Absent where the number has no more than a count. */
  dated: RegExp | undefined;
  count: RegExp | undefined;
  wholeIsClear: boolean;
}

const kept = new Map<string, NumberPatterns>();

function patternsOf(number: string): NumberPatterns {
  let found = kept.get(number);
  if (!found) {
    const runs = forMentions(number).match(/\d+|\p{L}+/gu) ?? [];
    const numeric = runs.filter((run) => /^\d/.test(run));
    const last = numeric.at(-1);
    found = {
      whole: pattern(runs),
      dated: numeric.length > 1 && numeric.length < runs.length ? pattern(numeric) : undefined,
      count: last ? pattern([last]) : undefined,
      wholeIsClear: numeric.length < runs.length || numeric.join('').length >= 6,
    };
    if (kept.size > 20_000) kept.clear();
    kept.set(number, found);
  }
  return found;
}

/**
 * How clearly a text names a number, whatever its case, spaces and signs, and zeros that were left out.
 * @param text as `forMentions` gives it
 */
export function mention(text: string, number: string): Mention {
  const { whole, dated, count, wholeIsClear } = patternsOf(number);
  if (whole.test(text)) return wholeIsClear ? 3 : 1;
  if (dated?.test(text)) return 2;
  return count?.test(text) ? 1 : 0;
}

/** Whether a structured reference (ISO 11649: `RF`, two check digits) holds a number, whatever its zeros and signs. */
export function isReferenceOf(reference: string, number: string): boolean {
  const plain = (text: string) =>
    forMentions(text)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/\d+/g, (run) => run.replace(/^0+(?=\d)/, ''));
  const body = forMentions(reference)
    .replace(/\s/g, '')
    .replace(/^RF\d\d/, '');
  return body !== '' && plain(body) === plain(number);
}

const LONGEST_COUNT = 9;

/** Counts that a text may mean: every end of every run of its digits, without zeros; what candidates are found by. */
export function countsIn(text: string, most = 80): string[] {
  const counts = new Set<string>();
  for (const [run] of text.matchAll(/\d(?:\s?\d)*/g)) {
    const bare = run.replace(/\s/g, '');
    for (let length = 1; length <= Math.min(bare.length, LONGEST_COUNT); length += 1) {
      const count = bare.slice(-length).replace(/^0+/, '');
      if (count !== '') counts.add(count);
      if (counts.size >= most) return [...counts];
    }
    for (const part of run.split(/\s/)) {
      const count = part.slice(-LONGEST_COUNT).replace(/^0+/, '');
      if (count !== '') counts.add(count);
    }
  }
  return [...counts].slice(0, most);
}
