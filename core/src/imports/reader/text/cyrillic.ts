/**
 * Tells Windows-1251 from Windows-1252 for bytes that are not UTF-8. In Cyrillic text the letters beyond ASCII
 * stand next to each other; in Western European words they stand alone between ASCII letters.
 */
export function looksCyrillic(bytes: Uint8Array): boolean {
  let inRuns = 0;
  let between = 0;
  let numeroSigns = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const before = bytes[index - 1] ?? 0;
    const after = bytes[index + 1] ?? 0;
    if (byte === 0xb9 && (after === 0x20 || isDigit(after)) && !isDigit(before)) numeroSigns++;
    if (!isHighLetter(byte)) continue;
    if (isHighLetter(before) || isHighLetter(after)) inRuns++;
    else if (isAsciiLetter(before) || isAsciiLetter(after)) between++;
  }
  return inRuns > between || (inRuns + between === 0 && numeroSigns > 0);
}

/** Letters in both encodings: C0-FF, and Ё ё (in 1252 a diaeresis and a cedilla, which nobody types alone). */
function isHighLetter(byte: number): boolean {
  return (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || byte === 0xa8 || byte === 0xb8;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
