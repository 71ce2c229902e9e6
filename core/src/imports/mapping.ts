import { contentFit, profileColumn, type ColumnProfile } from './columns/column-content';
import { nameFit, plainHeader } from './columns/field-names';
import { ORDER_IMPORT_FIELDS, type OrderImportField, type OrderMapping } from './columns/fields';

export { ORDER_IMPORT_FIELDS, missingFields } from './columns/fields';
export type { OrderImportField, OrderMapping } from './columns/fields';

const LEAST_SCORE = 30;

/**
 * Guesses which column is what, by names and by content; each column serves one field at most.
 * @param sample some rows below the header, best taken from all over the file
 * @param remembered a mapping that the person confirmed for the same header (`headerSignature`); wins when it fits
 */
export function guessMapping(header: string[], sample: string[][], remembered?: OrderMapping): OrderMapping {
  if (remembered !== undefined && fitsHeader(remembered, header)) return { ...remembered };
  const profiles = header.map((_, column) => profileColumn(sample.map((cells) => cells[column] ?? '')));
  const mapping: OrderMapping = {};
  const taken = new Set<number>();
  for (const { field, column } of ranked(header, profiles)) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/**
 * A short key of a header, the same for the same names in the same order, whatever their case and spacing
 * (FNV-1a, 64 bits): mappings are remembered under it.
 */
export function headerSignature(header: string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(header.map(plainHeader).join('\u001f'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `${header.length}-${hash.toString(16).padStart(16, '0')}`;
}

interface Guess {
  field: OrderImportField;
  column: number;
  score: number;
}

function ranked(header: string[], profiles: ColumnProfile[]): Guess[] {
  const guesses: Guess[] = [];
  for (const { field } of ORDER_IMPORT_FIELDS) {
    for (const [column, name] of header.entries()) {
      const profile = profiles[column];
      if (profile === undefined) continue;
      const named = nameFit(field, name);
      const content = contentFit(field, profile);
      const score = named === 'other' ? 0 : named === 0 ? content.alone : named + content.beside;
      if (score >= LEAST_SCORE) guesses.push({ field, column, score });
    }
  }
  return guesses.sort((a, b) => b.score - a.score || a.column - b.column);
}

function fitsHeader(mapping: OrderMapping, header: string[]): boolean {
  const columns = Object.values(mapping);
  const inside = columns.every((column) => Number.isInteger(column) && column >= 0 && column < header.length);
  return columns.length > 0 && inside && new Set(columns).size === columns.length;
}
