import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldClash, patternFaults, previewNumbers } from './patterns';
import { standardPatterns } from './schemas';

const codes = (pattern: string) => patternFaults(pattern).map(({ code }) => code);

describe('patterns', () => {
  it.each([
    ...Object.values(standardPatterns),
    '{0}',
    '{yyyy}/{mm}/{000}',
    'R{yy}{mm}{0000}',
    'a.b_c-{00000}',
  ])('takes %s', (pattern) => {
    expect(codes(pattern)).toEqual([]);
  });

  it.each([
    ['INV-{yyyy}', ['pattern-count']],
    ['INV-{000}-{00}', ['pattern-count']],
    ['{0000000000000}', ['pattern-count']],
    ['{yyyy}-{yyyy}-{000}', ['pattern-twice']],
    ['{mm}-{000}', ['pattern-month']],
    ['{year}-{000}', ['pattern-place']],
    ['{}{000}', ['pattern-place']],
    ['{000', ['pattern-count', 'pattern-signs']],
    ['INV {000}', ['pattern-signs']],
    ['СФ-{000}', ['pattern-signs']],
    ['<b>{000}', ['pattern-signs']],
  ])('refuses %s', (pattern, faults) => {
    expect(codes(pattern)).toEqual(faults);
  });
});

describe('series that could give the same number', () => {
  it.each([
    ['INV-{yyyy}-{00000}', 'CN-{yyyy}-{00000}', false],
    ['INV-{yyyy}-{00000}', 'INV-{yyyy}{mm}-{00000}', false],
    ['INV-{00000}', 'INV-{00000}', true],
    ['INV-{00000}', 'inv-{00000}', true],
    ['INV-{000}', 'INV-{00000}', true],
    ['INV-{00000}', 'INV-{yyyy}{000}', true],
    ['INV-1{0000}', 'INV-2{0000}', false],
    ['1{000}', '{0000}', true],
    ['{yyyy}-{000}', '{yyyy}{mm}-{000}', false],
    ['A{000}B', 'A{000}', false],
  ])('%s and %s: %s', (one, other, clash) => {
    expect(couldClash(one, other)).toBe(clash);
    expect(couldClash(other, one)).toBe(clash);
  });

  const pattern = fc
    .array(fc.constantFrom('A', '1', '-', '{yyyy}', '{yy}', '{mm}'), { maxLength: 4 })
    .map((parts) => `${[...new Set(parts)].join('')}{00}`)
    .filter((text) => patternFaults(text).length === 0);

  it('says so whenever two really do', () => {
    const count = fc.bigInt({ min: 1n, max: 5000n });
    const date = fc.constantFrom('2026-11-29', '2011-01-02', '2111-12-31');
    fc.assert(
      fc.property(pattern, count, date, pattern, count, date, (a, n, onDay, b, m, onOther) => {
        if (previewNumbers(a, onDay, n, 1)[0] === previewNumbers(b, onOther, m, 1)[0])
          expect(couldClash(a, b)).toBe(true);
      }),
    );
    fc.assert(fc.property(pattern, (same) => couldClash(same, same)));
  });
});

describe('previews', () => {
  it.each([
    ['INV-{yyyy}-{00000}', '2026-11-29', 1n, ['INV-2026-00001', 'INV-2026-00002', 'INV-2026-00003']],
    ['{yy}{mm}/{00}', '2026-01-31', 99n, ['2601/99', '2601/100', '2601/101']],
  ])('%s on %s from %s', (text, date, next, numbers) => {
    expect(previewNumbers(text, date, next)).toEqual(numbers);
  });
});
