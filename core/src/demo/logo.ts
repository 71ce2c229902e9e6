import { crc32, deflateSync } from 'node:zlib';

const SIZE = 160;
const ACCENT = [0x1f, 0x6b, 0x4a] as const;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** How much of a line of some width a point at a distance from it is covered by, soft at the edges. */
const covered = (distance: number, width: number) =>
  Math.min(1, Math.max(0, width / 2 + 0.5 - Math.abs(distance)));

/** A globe with its meridians: disc, edge, equator, middle line and an ellipse. */
function opacityAt(x: number, y: number): number {
  const [dx, dy, radius] = [x - SIZE / 2 + 0.5, y - SIZE / 2 + 0.5, SIZE / 2 - 8];
  const fromCentre = Math.hypot(dx, dy);
  const inside = Math.min(1, Math.max(0, radius + 0.5 - fromCentre));
  const ellipse = (Math.hypot(dx / 0.45, dy) - radius) * 0.45;
  const lines = [covered(dx, 7), covered(dy, 7), covered(ellipse, 7)];
  return inside * Math.max(...lines) + covered(fromCentre - radius, 10) * (1 - inside * Math.max(...lines));
}

/** The logo of the demo company, drawn here: a PNG of 160 by 160 pixels on no ground. */
export function demoLogo(): Buffer {
  const rows = Array.from({ length: SIZE }, (_row, y) => {
    const pixels = Array.from({ length: SIZE }, (_column, x) => [
      ...ACCENT,
      Math.round(opacityAt(x, y) * 255),
    ]);
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // Eight bits a channel, red, green, blue and opacity (ISO/IEC 15948, 11.2.2).
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
