import { isAscii, isUtf8 } from 'node:buffer';
import { ImportFileError } from '../errors';
import type { TextEncoding } from '../format';
import { looksCyrillic } from './cyrillic';

const HEAD_BYTES = 64 * 1024;
const EVIDENCE_BYTES = 256 * 1024;

export interface DetectedEncoding {
  encoding: TextEncoding;
  /** A statistical guess that the person should confirm, not a proof. */
  guessed: boolean;
}

/** Collects what is needed to name the encoding of a text while its bytes pass by. */
export class EncodingDetector {
  private head: Buffer = Buffer.alloc(0);
  private evidence: Buffer[] = [];
  private evidenceBytes = 0;
  private tail: Buffer = Buffer.alloc(0);
  private validUtf8 = true;

  add(chunk: Buffer): void {
    if (this.head.length < HEAD_BYTES) {
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    }
    const ascii = isAscii(chunk);
    // Of plain chunks the ends are kept: they are the neighbours of letters in other chunks.
    this.keep(ascii ? Buffer.concat([chunk.subarray(0, 1), chunk.subarray(-1)]) : Buffer.from(chunk));
    if (this.validUtf8 && (!ascii || this.tail.length > 0)) this.checkUtf8(chunk);
  }

  private keep(bytes: Buffer): void {
    if (this.evidenceBytes >= EVIDENCE_BYTES) return;
    this.evidence.push(bytes);
    this.evidenceBytes += bytes.length;
  }

  private checkUtf8(chunk: Buffer): void {
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const whole = bytes.length - unfinishedBytes(bytes);
    this.validUtf8 = isUtf8(bytes.subarray(0, whole));
    this.tail = Buffer.from(bytes.subarray(whole));
  }

  /** Call after the last chunk (or when enough was seen). Throws `binary`. */
  result(complete: boolean): DetectedEncoding {
    const { head } = this;
    if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', guessed: false };
    if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', guessed: false };
    if (head.includes(0)) return utf16WithoutMark(head);
    if (controlShare(head) > 0.01) throw notText();
    if (this.validUtf8 && (!complete || this.tail.length === 0)) return { encoding: 'utf-8', guessed: false };
    const bytes = Buffer.concat(this.evidence);
    if (isDamagedUtf8(bytes)) return { encoding: 'utf-8', guessed: true };
    return { encoding: looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252', guessed: true };
  }
}

/** How many bytes at the end belong to a character that the next chunk may finish. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** In UTF-16 the zero bytes of Latin letters, digits and separators all stand on the same side of the pair. */
function utf16WithoutMark(head: Buffer): DetectedEncoding {
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2]!++;
  const [even = 0, odd = 0] = zeros;
  const pairs = head.length / 2;
  const encoding = odd > 0 && even === 0 ? 'utf-16le' : even > 0 && odd === 0 ? 'utf-16be' : undefined;
  if (encoding === undefined || Math.max(even, odd) < pairs * 0.05) throw notText();
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 4)));
  const odds = text.match(/[^\P{Cc}\t\n\v\f\r]|[\p{Co}\ufffd]/gu)?.length ?? 0;
  if (odds > text.length * 0.01) throw notText();
  return { encoding, guessed: true };
}

function controlShare(bytes: Buffer): number {
  let controls = 0;
  for (const byte of bytes) {
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f) controls++;
  }
  return controls / Math.max(1, bytes.length);
}

/**
 * Nearly all letters beyond ASCII are sound UTF-8: then the rest is damage and not another encoding, and reading
 * will name the damaged line.
 */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.split('\ufffd').length - 1;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return good > bad * 10;
}

function notText(): ImportFileError {
  return new ImportFileError('binary', { detail: 'the content is neither text nor a workbook' });
}
