// Everything that XML 1.0 cannot hold (production 2, Char), halves of surrogate pairs among it.
const notXml = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text without characters that no XML document can hold, trimmed. */
export const xmlText = (text: string | null | undefined): string =>
  (text ?? '').replace(/\r\n?/g, '\n').replace(notXml, '').trim();

/** Texts that say something, each on lines of its own. */
export const joined = (...texts: (string | null | undefined)[]): string =>
  texts
    .map(xmlText)
    .filter((text) => text !== '')
    .join('\n');
