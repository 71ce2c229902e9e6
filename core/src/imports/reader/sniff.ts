import { ImportFileError, type ImportFileHint } from './errors';

export type Container = 'text' | 'gzip' | 'zip';

interface Signature {
  bytes: number[];
  hint?: ImportFileHint;
}

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const FOREIGN: Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], hint: 'pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], hint: 'image' },
  { bytes: [0xff, 0xd8, 0xff], hint: 'image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], hint: 'image' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], hint: 'archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], hint: 'archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], hint: 'archive' },
  { bytes: [0x42, 0x5a, 0x68, 0x39], hint: 'archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], hint: 'archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], hint: 'archive' },
];

/** What holds the table, by the first bytes and never by the name. Throws `empty` and `binary`. */
export function sniffContainer(head: Buffer, fileName: string): Container {
  if (head.length === 0) throw new ImportFileError('empty', { detail: 'the file has no content' });
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  refuseForeign(head, fileName);
  return 'text';
}

/** Throws `binary` for bytes that are known to be another kind of file. */
export function refuseForeign(head: Buffer, fileName: string): void {
  if (startsWith(head, OLE2)) {
    const hint = /\.xls[xm]$/i.test(fileName) ? 'protected-xlsx' : 'old-xls';
    throw new ImportFileError('binary', { hint, detail: 'an old or password-protected workbook' });
  }
  const known = FOREIGN.find((signature) => startsWith(head, signature.bytes));
  if (known === undefined) return;
  throw new ImportFileError('binary', {
    ...(known.hint !== undefined && { hint: known.hint }),
    detail: `not a table but a file of another kind (${known.hint ?? 'unknown'})`,
  });
}

/** Web pages and JSON are text, but no table: programs like to save them under a table's name. */
export function refuseMarkup(text: string): void {
  const start = text.slice(0, 2000).trimStart();
  const markup = /^<(\?xml|!doctype|html|table|div|meta)\b/i.test(start);
  if (!markup && !/^[[{]\s*["[{]/.test(start)) return;
  const hint = markup ? 'markup' : 'json';
  throw new ImportFileError('binary', { hint, detail: `not a table but ${hint}` });
}

function startsWith(head: Buffer, bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
