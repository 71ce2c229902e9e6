/** Markup that is safe to print: every text in it has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Control characters have no place on paper; line breaks stay.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g; // eslint-disable-line no-control-regex

export const escape = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

function write(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return (part as readonly Part[]).map(write).join('');
  return typeof part === 'string' || typeof part === 'number' ? escape(String(part)) : '';
}

/** A template whose values are escaped, unless they are `Html` themselves. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, each, index) => text + write(parts[index - 1]) + each));

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${Array.from(text).slice(0, longest).join('')}…`;

/** A field of the letterhead or the foot, cut where somebody has put a book into it: those must fit on a page. */
export const short = (text: string): string => cut(text, 100);

/** The name of a company or person, which may be longer than other fields. */
export const shortName = (text: string): string => cut(text, 200);
