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

/** Whether what the bytes show fits the name. `sniffed` is undefined where no known format was recognised. */
export function contentFits(name: string, sniffed: string | undefined, looksLikeText: boolean): boolean {
  const kind = kinds[endingOf(name)];
  if (!kind) return false;
  if (kind.sniffed === 'text') return sniffed === undefined && looksLikeText;
  return sniffed !== undefined && kind.sniffed.includes(sniffed);
}
