import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, fingerprintOf, instantOf, type DraftRules } from './drafts';
import { Groups } from './groups';
import type { Group } from './lines.sql';
import type { Segment, SegmentLine } from './segments';

const rules: DraftRules = {
  timeZone: 'Europe/London',
  currency: 'GBP',
  returnPrefix: 'C',
  hasCustomerNumbers: true,
};
const nobody = { number: null, name: null, email: null, phone: null, country: null };
const line = (no: number, quantity = '1', price = '2'): SegmentLine => [
  no,
  'A',
  'Lamp',
  quantity,
  price,
  null,
  null,
];
const segment = (number: string, lines: SegmentLine[], rest: Partial<Segment['head']> = {}): Segment => ({
  head: { number, placedAt: '2011-06-01 09:00:00', currency: 'GBP', customer: nobody, ...rest },
  lines,
  problems: [],
});
const group = (...segments: Segment[]): Group => ({ number: 1, segments });

describe('Groups', () => {
  it('numbers orders as they first appear, and rows without a number on their own', () => {
    const groups = new Groups();
    expect(['7', '8', '7', '', '', '9', '8'].map((number) => groups.of(number))).toEqual([
      1, 2, 1, 3, 4, 5, 2,
    ]);
    expect(groups.count).toBe(5);
  });
});

describe('draftOf', () => {
  it('makes one order of scattered segments, placed when the first says', () => {
    const later = segment('5', [line(9)], { placedAt: '2011-06-01 09:01:00' });
    const { draft } = draftOf(group(segment('5', [line(2)]), later), rules);
    expect(draft).toMatchObject({ number: '5', kind: 'sale', currency: 'GBP', customer: null });
    expect(draft?.placedAt.toISOString()).toBe('2011-06-01T08:00:00.000Z');
    expect(draft?.lines.map(([no]) => no)).toEqual([2, 9]);
  });

  it.each<[string, Segment, string, string]>([
    [
      'a positive line of a return',
      segment('C1', [line(2, '-1'), line(3, '1')]),
      'positive-return',
      'quantity',
    ],
    ['a quantity of zero', segment('1', [line(2), line(3, '0')]), 'zero-quantity', 'quantity'],
  ])('refuses %s and the lines beside it', (_name, content, code, column) => {
    const { problems } = draftOf(group(content), rules);
    expect(problems).toMatchObject([
      { line: 2, code: 'other-line' },
      { line: 3, code, column },
    ]);
  });

  it('refuses two currencies in one order, and knows returns only by a prefix', () => {
    const euro = segment('C1', [line(3)], { currency: 'EUR' });
    const content = group(segment('C1', [line(2)]), euro);
    expect(draftOf(content, { ...rules, returnPrefix: '' }).problems).toEqual([
      { line: 2, code: 'other-line', column: 'orderNumber', value: 'C1' },
      { line: 3, code: 'mixed-currencies', column: 'currency', value: 'EUR' },
    ]);
  });

  it('knows a customer by number, without such a column by e-mail or name', () => {
    const customer = { ...nobody, name: 'Ann', email: 'ann@example.test' };
    const content = group(segment('1', [line(2)], { customer }));
    expect(draftOf(content, rules).draft?.customer).toBeNull();
    const unnumbered = draftOf(content, { ...rules, hasCustomerNumbers: false });
    expect(unnumbered.draft?.customer).toMatchObject({ number: 'ann@example.test', name: 'Ann' });
  });

  it('accounts for every line of an order that it refuses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '0', '-1'), { minLength: 1, maxLength: 30 }),
        (quantities) => {
          const lines = quantities.map((quantity, index) => line(index + 2, quantity));
          const { draft, problems } = draftOf(group(segment('1', lines)), rules);
          const refused = quantities.includes('0');
          expect(problems?.map((problem) => problem.line)).toEqual(
            refused ? lines.map(([no]) => no) : undefined,
          );
          expect(draft?.lines.length).toBe(refused ? undefined : lines.length);
        },
      ),
    );
  });
});

describe('fingerprintOf', () => {
  const content = {
    number: '5',
    placedAt: new Date('2011-06-01T08:00:00Z'),
    currency: 'GBP',
    customer: null,
    lines: [line(2), line(3, '2')],
  };
  const print = fingerprintOf(content);

  it('does not mind where the lines stand', () => {
    expect(fingerprintOf({ ...content, lines: [line(20, '2'), line(30)] })).toBe(print);
  });

  it.each<[string, Partial<typeof content>]>([
    ['the number', { number: '6' }],
    ['the time', { placedAt: new Date('2011-06-01T08:00:01Z') }],
    ['the currency', { currency: 'EUR' }],
    ['a quantity', { lines: [line(2), line(3, '3')] }],
    ['a price', { lines: [line(2), line(3, '2', '2.5')] }],
    ['a line more', { lines: [line(2), line(3, '2'), line(4)] }],
  ])('minds %s', (_name, change) => {
    expect(fingerprintOf({ ...content, ...change })).not.toBe(print);
  });
});

describe('instantOf', () => {
  it("takes the company's clocks unless the cell names an offset", () => {
    expect(instantOf('2011-06-01 09:00:00', 'Europe/London').toISOString()).toBe('2011-06-01T08:00:00.000Z');
    expect(instantOf('2011-06-01 09:00:00+05:00', 'Europe/London').toISOString()).toBe(
      '2011-06-01T04:00:00.000Z',
    );
    expect(instantOf('2011-06-01 09:00:00Z', 'Asia/Tashkent').toISOString()).toBe('2011-06-01T09:00:00.000Z');
  });
});
