import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImportFileError, type FileFormat } from '.';
import { inspect, rowsOf, streamedWorkbook, workbook } from './testing/made-files';

const SHOP = readFileSync(new URL('../fixtures/online-retail-200.csv', import.meta.url)).subarray(0, 3000);
const FORMATS: FileFormat[] = [
  { kind: 'csv', compression: 'none', encoding: 'utf-8', delimiter: ',', headerLine: 1 },
  { kind: 'csv', compression: 'none', encoding: 'utf-16le', delimiter: ';', headerLine: 2 },
  { kind: 'csv', compression: 'gzip', encoding: 'windows-1251', delimiter: '\t', headerLine: 1 },
  { kind: 'xlsx', sheet: 'Orders', headerLine: 1 },
];
const valid: Buffer[] = [];

/** Reading ends well or with an `ImportFileError`; everything else is a fault of ours. */
async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  const attempts = [inspect(bytes).then(({ format }) => rowsOf(bytes, format))];
  for (const format of FORMATS) attempts.push(rowsOf(bytes, format));
  for (const result of await Promise.allSettled(attempts)) {
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ImportFileError);
  }
}

interface Mutation {
  at: number;
  remove: number;
  insert: Uint8Array;
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom('"', '\n', '=', '<', '>', '&', '\0', '\r', ',')
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});

function mutated(file: Buffer, mutations: Mutation[]): Buffer {
  return mutations.reduce((bytes, { at, remove, insert }) => {
    const from = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)]);
  }, file);
}

beforeAll(async () => {
  valid.push(SHOP, gzipSync(SHOP), Buffer.from(SHOP.toString('latin1'), 'utf16le'));
  valid.push(
    await streamedWorkbook([['No', 'Item', 'Paid'], ...[1, 2, 3].map((id) => [id, 'Чайник', true])]),
  );
  valid.push(
    await workbook((book) => {
      const rows = [1, 2, 3].map((id) => [id, 'Tea', new Date(Date.UTC(2011, 1, id))]);
      book.addWorksheet('Orders').addRows([['No', 'Item', 'When'], ...rows]);
    }),
  );
});

describe('any bytes', () => {
  it('random ones are read or refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), readsOrRefuses), { numRuns: 300 });
  });

  it('random ones behind a known beginning are read or refused', async () => {
    const starts = ['1f8b0800', '504b0304', '504b0506', 'fffe', 'feff', 'efbbbf', 'd0cf11e0a1b11ae1'];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'hex'), rest]));
    await fc.assert(fc.asyncProperty(bytes, readsOrRefuses), { numRuns: 200 });
  });

  it('valid files with random damage are read or refused', async () => {
    const damage = fc.tuple(fc.nat({ max: 4 }), fc.array(mutation, { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(damage, ([which, mutations]) =>
        readsOrRefuses(mutated(valid[which] ?? SHOP, mutations)),
      ),
      { numRuns: 300 },
    );
  });
});
