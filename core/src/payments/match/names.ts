import { fold } from '../../platform/search';

const legalForms = new Set(
  (
    'ltd limited llc llp plc inc incorporated corp corporation co company gmbh mbh ag kg ohg ug gbr ek eg se sa sarl sas ' +
    'srl spa bv nv vof oy ab as aps oü ou uab sia sro doo kft zrt spzoo ооо оао зао пао ао ип тоо чп mchj ok yatt xk ' +
    'mr mrs ms dr herr frau und and the'
  ).split(' '),
);

/** The words of a name that tell people and companies apart, in order. */
export const nameWords = (name: string): string[] =>
  fold(name)
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !legalForms.has(word));

/**
 * Whether two names may be the same: the same words in any order, or all words of the shorter one where they are two
 * or more. Banks cut names off, so the last word may be the beginning of the other's.
 */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (a.length === 0) return false;
  if (a.length < 2 && b.length > 1) return false;
  return a.every((word, index) =>
    b.some((each) => each === word || (index === a.length - 1 && word.length >= 4 && each.startsWith(word))),
  );
}
