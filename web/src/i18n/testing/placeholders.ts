interface Cursor {
  text: string;
  at: number;
}

function word(cursor: Cursor): string {
  const found = /^\s*([^\s,{}]+)\s*/.exec(cursor.text.slice(cursor.at));
  if (!found) throw new Error(`Expected a name at ${cursor.at} of "${cursor.text}"`);
  cursor.at += found[0].length;
  return found[1] ?? '';
}

/** Options of a plural or select: `one {…} other {…}`; each is a message of its own. */
function options(cursor: Cursor, into: Set<string>): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') {
    word(cursor);
    cursor.at += 1;
    message(cursor, into);
    cursor.at += 1;
    cursor.at += /^\s*/.exec(cursor.text.slice(cursor.at))?.[0].length ?? 0;
  }
}

function argument(cursor: Cursor, into: Set<string>): void {
  cursor.at += 1;
  const name = word(cursor);
  if (cursor.text[cursor.at] !== ',') {
    into.add(name);
  } else {
    cursor.at += 1;
    const type = word(cursor);
    into.add(`${name}: ${type}`);
    if (/^(plural|select|selectordinal)$/.test(type)) {
      cursor.at += 1;
      options(cursor, into);
    } else while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') cursor.at += 1;
  }
  if (cursor.text[cursor.at] !== '}') throw new Error(`Unclosed {${name} in "${cursor.text}"`);
  cursor.at += 1;
}

function message(cursor: Cursor, into: Set<string>): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}') {
    const tag = /^<\/?([a-z]+)>/.exec(cursor.text.slice(cursor.at));
    if (tag) {
      into.add(`<${tag[1]}>`);
      cursor.at += tag[0].length;
    } else if (cursor.text[cursor.at] === '{') argument(cursor, into);
    else cursor.at += 1;
  }
}

/**
 * The values and tags that an ICU message needs, sorted: `{n, plural, other {# of {total}}}` → n: plural, total.
 * @throws Error for a message that is not closed
 */
export function placeholders(text: string): string[] {
  const found = new Set<string>();
  const cursor = { text, at: 0 };
  message(cursor, found);
  if (cursor.at < text.length) throw new Error(`A } too many in "${text}"`);
  return [...found].sort();
}
