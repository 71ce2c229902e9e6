/** Kinds of files that are taken: the ending that people see, and the content types that their bytes show. */
const kinds: Record<string, { contentType: string; sniffed: readonly string[] | 'text' }> = {
  pdf: { contentType: 'application/pdf', sniffed: ['application/pdf'] },
  png: { contentType: 'image/png', sniffed: ['image/png', 'image/apng'] },
  jpg: { contentType: 'image/jpeg', sniffed: ['image/jpeg'] },
  jpeg: { contentType: 'image/jpeg', sniffed: ['image/jpeg'] },
  webp: { contentType: 'image/webp', sniffed: ['image/webp'] },
  gif: { contentType: 'image/gif', sniffed: ['image/gif'] },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    sniffed: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip'],
  },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    sniffed: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/zip'],
  },
  zip: { contentType: 'application/zip', sniffed: ['application/zip'] },
  csv: { contentType: 'text/csv', sniffed: 'text' },
  txt: { contentType: 'text/plain', sniffed: 'text' },
  eml: { contentType: 'message/rfc822', sniffed: 'text' },
};

export const acceptedEndings: readonly string[] = Object.keys(kinds);

const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The content type of a file name, or undefined when such files are not taken. */
export const contentTypeOf = (name: string): string | undefined => kinds[endingOf(name)]?.contentType;

/** UTF-16 with its mark at the beginning; its bytes alone may look like anything, even like music. */
function isUtf16(head: Buffer): boolean {
  const mark = head.toString('hex', 0, 2);
  if (mark !== 'fffe' && mark !== 'feff') return false;
  try {
    const decoder = new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be', { fatal: true });
    return !decoder.decode(head, { stream: true }).includes('\0');
  } catch {
    return false;
  }
}

/**
 * Whether the beginning of a file fits its name.
 * @param sniffed the content type that its bytes show; undefined where no known format was recognised
 */
export function contentFits(name: string, sniffed: string | undefined, head: Buffer): boolean {
  const kind = kinds[endingOf(name)];
  if (!kind) return false;
  if (kind.sniffed === 'text') return isUtf16(head) || (sniffed === undefined && !head.includes(0));
  return sniffed !== undefined && kind.sniffed.includes(sniffed);
}
