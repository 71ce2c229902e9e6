/** Width and height in pixels, as the header of an image says; a decoder would make room for that many. */
export interface ImageSize {
  width: number;
  height: number;
}

type Reader = (head: Buffer) => ImageSize | null;

const size = (width: number, height: number): ImageSize | null =>
  width > 0 && height > 0 ? { width, height } : null;

const ascii = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to);

/** The first chunk of a PNG is IHDR (ISO/IEC 15948, 11.2.2). */
const png: Reader = (head) =>
  head.length >= 24 && ascii(head, 12, 16) === 'IHDR'
    ? size(head.readUInt32BE(16), head.readUInt32BE(20))
    : null;

/** The logical screen of a GIF (GIF89a, 18). */
const gif: Reader = (head) => (head.length >= 10 ? size(head.readUInt16LE(6), head.readUInt16LE(8)) : null);

/** The canvas, or the one frame, of a WebP (RFC 9649, 2.5 to 2.7). */
const webp: Reader = (head) => {
  if (head.length < 30) return null;
  switch (ascii(head, 12, 16)) {
    case 'VP8 ':
      return size(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return size(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
    default:
      return null;
  }
};

const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The first frame header of a JPEG, behind whatever segments come before it (ITU-T T.81, B.1 and B.2). */
const jpeg: Reader = (head) => {
  for (let at = 2; at + 9 <= head.length;) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) return size(head.readUInt16BE(at + 7), head.readUInt16BE(at + 5));
    const length = head.readUInt16BE(at + 2);
    if (marker === 0xda || marker === 0xd9 || length < 2) return null;
    at += 2 + length;
  }
  return null;
};

const readers: Record<string, Reader> = {
  'image/png': png,
  'image/apng': png,
  'image/jpeg': jpeg,
  'image/webp': webp,
  'image/gif': gif,
};

/**
 * Reads how large an image is, without decoding anything. Null where the beginning of the file does not say so.
 * @param contentType as sniffed from the bytes; undefined is the answer for what is no image
 */
export const imageSize = (contentType: string, head: Buffer): ImageSize | null | undefined =>
  contentType.startsWith('image/') ? (readers[contentType]?.(head) ?? null) : undefined;
