import { ImportFileError } from '../errors';
import type { TextEncoding } from '../format';

/**
 * The text of the bytes, without a byte order mark. Throws `unreadable-encoding` and, for a zero character,
 * `binary`; the sound text before the fault is yielded first, so that the reader can name the line.
 */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield* decodeChunk(decoder, chunk);
  yield* decodeChunk(decoder, undefined);
}

function* decodeChunk(decoder: TextDecoder, chunk: Buffer | undefined): Generator<string> {
  let text: string;
  try {
    text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    if (chunk !== undefined) yield soundStart(decoder.encoding, chunk);
    throw new ImportFileError('unreadable-encoding', { detail: `not valid ${decoder.encoding}` });
  }
  const zero = text.indexOf('\0');
  if (zero === -1) {
    yield text;
    return;
  }
  yield text.slice(0, zero);
  throw new ImportFileError('binary', { detail: 'a zero character in the text' });
}

function soundStart(encoding: string, chunk: Buffer): string {
  const text = new TextDecoder(encoding).decode(chunk);
  const bad = text.indexOf('\ufffd');
  return bad === -1 ? '' : text.slice(0, bad);
}
