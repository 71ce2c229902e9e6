import { describe, expect, it } from 'vitest';
import type { ImportColumn } from './schemas';
import { RowReader, type Segment } from './segments';

const column: ImportColumn = {
  dateFormats: [],
  decimal: '.',
  decimalAmbiguous: false,
  fractions: false,
  prefix: '',
};
const mapping = { orderNumber: 0, placedAt: 1, sku: 2, title: 3, quantity: 4, unitPrice: 5, country: 6 };

function read(...rows: string[]): Segment[] {
  const reader = new RowReader(
    mapping,
    Array.from({ length: 7 }, () => column),
    { dateFormat: 'ymd', decimal: null },
  );
  const segments: Segment[] = [];
  for (const [index, row] of rows.entries()) {
    const cells = row.split(';');
    const segment = reader.read({ line: index + 2, cells, ragged: cells.length !== 7 }, segments.at(-1));
    if (segment !== segments.at(-1)) segments.push(segment);
  }
  return segments;
}

describe('RowReader', () => {
  it('keeps lines of one order together until something about the order changes', () => {
    const segments = read(
      '1;2011-01-02;A;Lamp;2;1.50;France',
      '1;2011-01-02;B;;1;2;France',
      '1;2011-01-03;C;;1;2;France',
    );
    expect(segments.map(({ lines }) => lines)).toEqual([
      [
        [2, 'A', 'Lamp', '2', '1.5', null, null],
        [3, 'B', null, '1', '2', null, null],
      ],
      [[4, 'C', null, '1', '2', null, null]],
    ]);
    expect(segments[0]?.head).toMatchObject({
      number: '1',
      placedAt: '2011-01-02 00:00:00',
      customer: { country: 'FR' },
    });
  });

  it('writes equal names in one way', () => {
    const [segment] = read('1;2011-01-02;A ;Cafe\u0301\u00a0 table;1;1;');
    expect(segment?.lines[0]?.slice(1, 3)).toEqual(['A', 'Café table']);
  });

  it.each([
    ['1;2011-01-02;A;Lamp;two;1;', 'bad-number', 'quantity', 'two'],
    ['1;;A;Lamp;2;1;', 'missing', 'placedAt', null],
    ['1;2011-02-30;A;Lamp;2;1;', 'bad-date', 'placedAt', '2011-02-30'],
    ['1;2011-01-02;;;2;1;', 'missing', 'sku', null],
    ['1;2011-01-02;A;Lamp', 'ragged', null, null],
    ['1;2011-01-02;A;Lamp;\u0000x\ud800;1;', 'bad-number', 'quantity', 'x'],
  ])('makes a problem of %j', (row, code, field, value) => {
    const [segment] = read(row);
    expect(segment).toEqual({ head: null, lines: [], problems: [[2, code, field, value]] });
  });
});
