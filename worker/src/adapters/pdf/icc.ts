/** Signed 15.16 fixed-point, as ICC profiles write numbers. */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
};

const typed = (type: string, ...parts: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), ...parts]);

const numbers = (type: string, values: readonly number[]): Buffer => typed(type, ...values.map(fixed));

const uint32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
};

/** A text in one language (multiLocalizedUnicodeType). */
function text(value: string): Buffer {
  const letters = Buffer.from(value, 'utf16le').swap16();
  return typed('mluc', uint32(1, 12), Buffer.from('enUS', 'latin1'), uint32(letters.length, 28), letters);
}

// IEC 61966-2-1, adapted to the D50 of the profile connection space by Bradford.
const red = [0.43607, 0.22249, 0.01392];
const green = [0.38515, 0.71687, 0.09708];
const blue = [0.14307, 0.06061, 0.7141];
const white = [0.9642, 1, 0.8249];
const adaptation = [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168];
/** Linear near black, a power above: Y = (aX + b)^g, or cX below d (parametricCurveType, function 3). */
const curve = typed(
  'para',
  Buffer.from([0, 3, 0, 0]),
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed),
);

const tags: readonly [name: string, content: Buffer][] = [
  ['desc', text('sRGB')],
  ['cprt', text('No copyright, use freely')],
  ['wtpt', numbers('XYZ ', white)],
  ['chad', numbers('sf32', adaptation)],
  ['rXYZ', numbers('XYZ ', red)],
  ['gXYZ', numbers('XYZ ', green)],
  ['bXYZ', numbers('XYZ ', blue)],
  ['rTRC', curve],
  ['gTRC', curve],
  ['bTRC', curve],
];

/** A profile of sRGB for screens and printers (ICC.1:2010, version 4.3), made by calculation: half a kilobyte. */
export function srgbProfile(): Buffer {
  const headSize = 128;
  const table: Buffer[] = [uint32(tags.length)];
  const contents: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let at = headSize + 4 + 12 * tags.length;
  for (const [name, content] of tags) {
    if (!places.has(content)) {
      const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
      places.set(content, at);
      contents.push(padded);
      at += padded.length;
    }
    table.push(Buffer.from(name, 'latin1'), uint32(places.get(content) ?? 0, content.length));
  }
  const head = Buffer.alloc(headSize);
  head.writeUInt32BE(at, 0);
  head.writeUInt32BE(0x04300000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date: the same profile is the same bytes.
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => head.writeUInt16BE(part, 24 + 2 * index));
  head.write('acsp', 36, 'latin1');
  Buffer.concat(white.map(fixed)).copy(head, 68);
  return Buffer.concat([head, ...table, ...contents]);
}
