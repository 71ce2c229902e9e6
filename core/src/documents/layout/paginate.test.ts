import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { html } from './html';
import { CARRY_ROW, paginate, RUNNING_HEAD, type Page } from './paginate';

const block = (name: string): Block => ({ kind: 'block', html: html`${name}` });
const row = (name: string, amount: bigint, withNext = false): Block => ({
  kind: 'row',
  html: html`${name}`,
  amount,
  withNext,
});
const names = ({ blocks }: Page) => blocks.map((each) => each.html.text);

const few = [block('head'), row('a', 10n), row('b', 20n), row('c', 30n), block('sums')];
const measure = (blocks: readonly Block[], height: number, room: number) => ({
  room,
  tableHead: 20,
  heights: blocks.map(() => height),
  lines: {},
});

describe('paginate', () => {
  it('leaves on one page what fits on it, with nothing carried', () => {
    expect(paginate(few, measure(few, 100, 600))).toEqual([{ blocks: few, brought: null, carried: null }]);
  });

  it('carries the sum of the rows so far to the next page', () => {
    const [first, second] = paginate(few, measure(few, 100, 360)) as [Page, Page];
    expect([names(first), first.carried]).toEqual([['head', 'a', 'b'], 30n]);
    expect([names(second), second.brought]).toEqual([['c', 'sums'], 30n]);
  });

  it('does not leave the sums alone: the last row goes with them', () => {
    const pages = paginate(few, measure(few, 100, 500));
    expect(pages.map(names)).toEqual([
      ['head', 'a', 'b'],
      ['c', 'sums'],
    ]);
  });

  it('keeps a heading with the row below it', () => {
    const blocks = [
      block('head'),
      row('a', 1n),
      row('order', 0n, true),
      row('b', 2n),
      row('c', 3n),
      block('sums'),
    ];
    const pages = paginate(blocks, measure(blocks, 100, 380));
    expect(pages[0] && names(pages[0])).toEqual(['head', 'a']);
    expect(pages[1] && names(pages[1]).slice(0, 2)).toEqual(['order', 'b']);
  });

  it('refuses measures of another document', () => {
    expect(() => paginate(few, { ...measure(few, 1, 1), heights: [1] })).toThrow('not this document');
  });

  it('divides a long text where its lines begin', () => {
    const text = Array.from({ length: 30 }, (_, line) => `line ${line} `).join('');
    const starts = [...text.matchAll(/line/g)].map(({ index }) => index);
    const long: Block = { ...block(text), long: { text, parts: (texts) => texts.map(block) } };
    const pages = paginate([long], {
      room: 100,
      tableHead: 0,
      heights: [300],
      lines: { 0: { starts, height: 10 } },
    });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap(names).join('')).toBe(text);
    expect(pages.flatMap(names).every((part) => part.startsWith('line'))).toBe(true);
  });
});

const documents = fc.record({
  before: fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 1, maxLength: 3 }),
  rows: fc.array(
    fc.record({
      height: fc.integer({ min: 10, max: 120 }),
      amount: fc.bigInt({ min: -9_999n, max: 9_999n }),
    }),
    { maxLength: 60 },
  ),
  after: fc.array(fc.integer({ min: 5, max: 200 }), { minLength: 1, maxLength: 5 }),
  room: fc.integer({ min: 450, max: 900 }),
  tableHead: fc.integer({ min: 10, max: 40 }),
});

it('keeps every block once and in order, fills no page too full, and carries what has been added up', () => {
  fc.assert(
    fc.property(documents, ({ before, rows, after, room, tableHead }) => {
      const blocks = [
        ...before.map((_, index) => block(`before ${index}`)),
        ...rows.map(({ amount }, index) => row(`row ${index}`, amount)),
        ...after.map((_, index) => block(`after ${index}`)),
      ];
      const heights = [...before, ...rows.map(({ height }) => height), ...after];
      const height = new Map(blocks.map((each, index) => [each, heights[index] ?? 0]));
      const pages = paginate(blocks, { room, tableHead, heights, lines: {} });
      expect(pages.flatMap((page) => page.blocks)).toEqual(blocks);
      let sum = 0n;
      pages.forEach((page, index) => {
        const next = pages[index + 1];
        expect(page.brought).toBe(pages[index - 1]?.carried ?? null);
        const has = page.blocks.some(({ kind }) => kind === 'row');
        const full =
          page.blocks.reduce((total, each) => total + (height.get(each) ?? 0), 0) +
          (has ? tableHead : 0) +
          (page.brought === null ? 0 : CARRY_ROW) +
          (page.carried === null ? 0 : CARRY_ROW) +
          (index > 0 ? RUNNING_HEAD : 0);
        expect(full).toBeLessThanOrEqual(room);
        sum += page.blocks.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
        const goesOn = page.blocks.at(-1)?.kind === 'row' && next?.blocks[0]?.kind === 'row';
        expect(page.carried).toBe(goesOn ? sum : null);
      });
    }),
    { numRuns: 500 },
  );
});
