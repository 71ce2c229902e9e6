import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { parseCamt } from './camt';
import { parseMt940 } from './mt940';
import { BankFileError, damaged, MAX_BANK_FILE_BYTES, type ParsedFile } from './statement';

/** The bytes of a file, unpacked where it is compressed. @throws BankFileError */
export function unpacked(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw new BankFileError('bank-file-empty', 'the file has no content');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return withinLimit(bytes);
  try {
    return withinLimit(gunzipSync(bytes, { maxOutputLength: MAX_BANK_FILE_BYTES + 1 }));
  } catch (error) {
    if (error instanceof BankFileError) throw error;
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge
      ? new BankFileError('bank-file-too-large', `more than ${MAX_BANK_FILE_BYTES} bytes unpacked`)
      : damaged('the compressed file is cut off or damaged');
  }
}

function withinLimit(bytes: Buffer): Buffer {
  if (bytes.length <= MAX_BANK_FILE_BYTES) return bytes;
  throw new BankFileError('bank-file-too-large', `more than ${MAX_BANK_FILE_BYTES} bytes`);
}

const decode = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** XML says in its first line how it is encoded; what it does not say is UTF-8, or what is no UTF-8. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const head = bytes.subarray(0, 200).toString('latin1');
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1];
  const latin = named !== undefined && /^(iso-8859-1|iso-8859-15|windows-125\d|latin1)$/i.test(named);
  if (latin) return decode(bytes, named);
  return decode(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/**
 * Reads a statement of a bank, by what it holds and not by its name.
 * @returns undefined for what may be a table, which needs to know its columns
 * @throws BankFileError
 */
export function parseMessage(bytes: Buffer): ParsedFile | undefined {
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head.startsWith('PK') || head.startsWith('%PDF')) return undefined;
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const start = text.slice(0, 2_000).trimStart();
  if (start.startsWith('<')) {
    if (/<([\w.-]+:)?Document[\s>]/.test(text)) return parseCamt(text);
    throw new BankFileError('bank-file-unknown', 'no document of a bank');
  }
  if (/^(\{1:|:20:|\{4:)/.test(start) || /^(.*\r?\n){1,6}:20:/.test(start)) return parseMt940(text);
  return undefined;
}
