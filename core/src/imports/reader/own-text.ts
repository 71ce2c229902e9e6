/**
 * A text cut out of a large one keeps all of that in memory (V8 makes it a view). This gives it memory of its own,
 * so that whoever keeps a cell keeps only that; views exist from 13 characters on.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
