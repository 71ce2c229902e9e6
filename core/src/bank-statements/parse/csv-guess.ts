import { createHash } from 'node:crypto';
import { detectDateFormat, detectNumberFormat, plainHeader, type FileInspection } from '../../imports';
import type { BankCsvMapping } from '../schemas';
import { csvRoles, roleOf, type CsvRole } from './csv-names';

/** Tells whether two files have the same columns, whatever their case and signs. */
export const headerSignature = (header: readonly string[]): string =>
  createHash('sha256').update(header.map(plainHeader).join('\n')).digest('hex');

type Places = Partial<Record<CsvRole, number>>;

function placesOf(header: readonly string[]): { places: Places; texts: number[] } {
  const best = new Map<CsvRole, { index: number; rank: number }>();
  const texts: number[] = [];
  header.forEach((name, index) => {
    const found = roleOf(name);
    if (!found) return;
    if (found.role === 'remittance') texts.push(index);
    const before = best.get(found.role);
    if (!before || found.rank < before.rank) best.set(found.role, { index, rank: found.rank });
  });
  return { places: Object.fromEntries([...best].map(([role, { index }]) => [role, index])), texts };
}

const cellsOf = (rows: readonly string[][], index: number) =>
  rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');

/** A column of dates, where none is named. */
function dayByContent(rows: readonly string[][], width: number): number | undefined {
  for (let index = 0; index < width; index += 1) {
    const cells = cellsOf(rows, index);
    if (cells.length > 0 && detectDateFormat(cells).candidates.length > 0) return index;
  }
  return undefined;
}

const isWithout = <Value>(value: Value | undefined): value is undefined => value === undefined;

/** The column whose cells are amounts, some with a sign or decimals, where none is named. */
function amountByContent(
  rows: readonly string[][],
  width: number,
  used: ReadonlySet<number>,
): number | undefined {
  for (let index = 0; index < width; index += 1) {
    const cells = cellsOf(rows, index);
    const amounts = cells.filter((cell) => /^[-+(]?\s?\d[\d.,'\s\u00a0]*[.,]\d{2}\)?-?$/.test(cell));
    if (!used.has(index) && cells.length > 0 && amounts.length === cells.length) return index;
  }
  return undefined;
}

/** How the columns of a bank's table may be meant; null when there is no date or no amount. */
export function guessMapping({ header, spread, sample, format }: FileInspection): BankCsvMapping | null {
  const rows = spread.length > 0 ? spread : sample;
  const { places, texts } = placesOf(header);
  const day = places.day ?? places.valueDay ?? dayByContent(rows, header.length);
  if (isWithout(day)) return null;
  const two = places.credit !== undefined && places.debit !== undefined;
  const amount = two ? undefined : (places.amount ?? amountByContent(rows, header.length, new Set([day])));
  if (!two && isWithout(amount)) return null;
  const money = two ? [places.credit ?? 0, places.debit ?? 0] : [amount ?? 0];
  const dates = detectDateFormat(cellsOf(rows, day));
  const number = detectNumberFormat(
    money.flatMap((index) => cellsOf(rows, index)),
    format.kind === 'xlsx' ? { prefer: '.' } : {},
  );
  const mapping: BankCsvMapping = {
    day,
    remittance: texts.slice(0, 6),
    // Day before month is by far the more usual way on paper of banks.
    dateFormat: dates.format ?? (dates.candidates.includes('dmy') ? 'dmy' : (dates.candidates[0] ?? 'ymd')),
    decimal: number.decimal,
    ...(two ? { credit: places.credit, debit: places.debit } : { amount }),
  };
  for (const role of csvRoles) {
    const place = places[role];
    const taken =
      role === 'day' || role === 'amount' || role === 'credit' || role === 'debit' || role === 'remittance';
    if (!taken && place !== undefined && place !== day) mapping[role] = place;
  }
  if (two) delete mapping.side;
  return mapping;
}
