import type { Parsed } from './problems';

/** The text without control characters and without spaces at its ends. Line breaks stay. */
export function cleanText(cell: string): string {
  return /[\p{Cc}\ufeff]/u.test(cell) ? cell.replace(/[^\P{Cc}\n\t]|\ufeff/gu, '').trim() : cell.trim();
}

/** A text of at most `max` characters; null when the cell is blank. */
export function parseText(cell: string, max: number): Parsed<string | null> {
  const value = cleanText(cell);
  if (value.length > max) return { ok: false, code: 'too-long' };
  return { ok: true, value: value === '' ? null : value };
}

/** One e-mail address; null when the cell is blank. */
export function parseEmail(cell: string): Parsed<string | null> {
  const value = cleanText(cell);
  if (value === '') return { ok: true, value: null };
  const sound = value.length <= 254 && /^[^\s@,;<>"]{1,64}@[^\s@,;<>".]+(?:\.[^\s@,;<>".]+)+$/.test(value);
  return sound ? { ok: true, value } : { ok: false, code: 'bad-email' };
}
