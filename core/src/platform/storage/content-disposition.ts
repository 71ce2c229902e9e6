const separators = /[/\\]/g;
// Control characters, line separators, halves of surrogate pairs, and marks that turn the text around.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const maxCharacters = 150;

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= maxCharacters) return name;
  const extension = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  return characters.slice(0, maxCharacters - extension.length).join('') + extension;
}

/** The name under which a file may be handed out: one line, no path, at most 150 characters, never empty. */
export function downloadName(fileName: string): string {
  const name = shorten(fileName.replace(separators, '_').replace(unprintable, '').trim());
  return /^\.*$/.test(name) ? 'file' : name;
}

/** RFC 8187 leaves fewer characters as they are than encodeURIComponent does. */
function extendedValue(name: string): string {
  const rest = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return `UTF-8''${encodeURIComponent(name).replace(/['()*]/g, rest)}`;
}

/**
 * `Content-Disposition: attachment` for a file of any name (RFC 6266): plain ASCII for old clients, the
 * exact name for the others.
 */
export function attachment(fileName: string): string {
  const name = downloadName(fileName);
  const fallback = name.replace(/[^\x20-\x7e]|["%\\]/gu, '_');
  return `attachment; filename="${fallback}"; filename*=${extendedValue(name)}`;
}
