/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'time';

const BUILT_IN_DATES = [
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
];
const BUILT_IN_TIMES = [18, 19, 20, 21, 32, 33, 45, 46, 47];

/** Kind of a format by its id (ECMA-376 18.8.30) and, for a custom one, its code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (BUILT_IN_DATES.includes(id)) return 'date';
    return BUILT_IN_TIMES.includes(id) ? 'time' : 'number';
  }
  const letters = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|standard/gi, '');
  if (/[yd]/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : 'number';
}

/**
 * The number of a cell as plain decimal text. Workbooks hold binary floats, so that 2.55 may be written as
 * 2.5499999999999998; like spreadsheets themselves this keeps 15 significant digits. Undefined for no number.
 */
export function numberText(raw: string): string | undefined {
  const text = raw.trim();
  if (/^-?(?:0|[1-9]\d*)$/.test(text)) return text === '-0' ? '0' : text;
  const value = Number(text);
  if (text === '' || !/^[-+]?[\d.]/.test(text) || /^[-+]?0[xob]/i.test(text) || !Number.isFinite(value)) {
    return undefined;
  }
  return plainDecimal(String(Number(value.toPrecision(15))));
}

/** Writes out an exponent: `1e-7` as `0.0000001`. */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text === '-0' ? '0' : text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/**
 * The date of a serial number as `YYYY-MM-DD HH:mm:ss`, or `HH:mm:ss` for a time of day. Serial numbers count days
 * since 1899-12-30 (or 1904-01-01) and know no zone. Undefined when outside of the years 1900 to 9999.
 */
export function serialText(serial: number, kind: 'date' | 'time', date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  const clock = new Date(Math.round(serial * 86_400) * 1000);
  if (kind === 'time' && serial < 1) return clock.toISOString().slice(11, 19);
  // Before March 1900 the numbers are one too low: later ones count a 29 February 1900 that never was.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + clock.getTime()).toISOString();
  return iso.startsWith('+') ? undefined : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `_x000D_` is how a workbook writes a character that XML forbids. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = parseInt(hex, 16);
    return code < 0x20 && code !== 9 && code !== 10 ? '' : wellFormed(code);
  });
}

function wellFormed(code: number): string {
  return code >= 0xd800 && code < 0xe000 ? '\ufffd' : String.fromCharCode(code);
}
