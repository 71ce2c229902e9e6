import { v7, validate } from 'uuid';

// Randomness is drawn for many ids at once: imports make hundreds of thousands.
const ID_BYTES = 16;
const drawn = new Uint8Array(256 * ID_BYTES);
let used = drawn.length;

function takeRandom(): Uint8Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  return drawn.subarray(used, (used += ID_BYTES));
}

let lastMs = 0;
let sequence = 0;

/** A new UUIDv7 (RFC 9562): unique, and in the order of making within this process, also when the clock is set back. */
export function newId(): string {
  const random = takeRandom();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
  } else {
    sequence = (sequence + 1) | 0;
    if (sequence === 0) lastMs += 1;
  }
  return v7({ random, msecs: lastMs, seq: sequence });
}

/** Whether the text is a UUID of any version, so that an unknown id is "not found" and never a database error. */
export const isId = (text: string): boolean => validate(text);
