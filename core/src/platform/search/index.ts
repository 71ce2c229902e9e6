const specials: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/**
 * Folds a text for comparing: lower case, no diacritics, single spaces. Both the stored text and what a person
 * types go through it, so that "backerei" finds "Bäckerei" and "зеленый" finds "Зелёный".
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđłı]/g, (letter) => specials[letter] ?? letter)
    .replace(/[ʻʼ‘’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

const MOST_KEPT = 5_000;
const LONGEST_KEPT = 120;
let kept = new Map<string, string>();

/** As `fold`; articles' names and numbers stand in many orders and are folded once. */
function foldOnce(text: string): string {
  if (text.length > LONGEST_KEPT) return fold(text);
  let folded = kept.get(text);
  if (folded === undefined) {
    if (kept.size >= MOST_KEPT) kept = new Map();
    folded = fold(text);
    kept.set(text, folded);
  }
  return folded;
}

/** The text that a record is found by; parts are kept apart by line ends, empty parts and doubles left out. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  return [...new Set(parts.flatMap((part) => (part ? [foldOnce(part)] : [])))].filter(Boolean).join('\n');
}

/** A LIKE pattern that finds what was typed anywhere in a folded text. */
export const searchPattern = (typed: string): string => `%${fold(typed).replace(/[\\%_]/g, '\\$&')}%`;
