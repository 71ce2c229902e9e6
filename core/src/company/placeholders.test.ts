import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillText, placeholders, unknownPlaceholders } from './placeholders';

describe('filling texts', () => {
  it.each([
    ['Invoice {number}', { number: 'INV-1' }, 'Invoice INV-1'],
    ['{company} to {customer}, {company}', { company: 'A', customer: 'B' }, 'A to B, A'],
    ['Pay by {dueDate}, {number}', { dueDate: '1 Jan' }, 'Pay by 1 Jan, {number}'],
    ['{total}', { total: '$& $1 {number}', number: '7' }, '$& $1 {number}'],
    ['{toString} {unknown}', { number: '7' }, '{toString} {unknown}'],
    ['{days}', { days: '' }, ''],
    ['{{number}}', { number: '7' }, '{7}'],
  ])('%j', (template, values, filled) => {
    expect(fillText(template, values)).toBe(filled);
  });

  it('leaves texts without braces alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[{}]/g, '');
        expect(fillText(plain, { number: 'x' })).toBe(plain);
      }),
    );
  });

  it('fills in two steps as in one, whatever the values are', () => {
    const value = fc.string().map((text) => text.replace(/[{}]/g, ''));
    fc.assert(
      fc.property(
        fc.constantFrom(...placeholders),
        value,
        fc.constantFrom(...placeholders),
        value,
        (a, x, b, y) => {
          fc.pre(a !== b);
          const template = `1 {${a}} 2 {${b}} 3`;
          expect(fillText(fillText(template, { [a]: x }), { [b]: y })).toBe(`1 ${x} 2 ${y} 3`);
        },
      ),
    );
  });
});

it.each([
  ['Invoice {number} of {date}', []],
  ['{nummer} {nummer} {total} {}', ['nummer', '']],
  ['{ number }', [' number ']],
  ['{due-date}', ['due-date']],
  ['a { b', []],
])('finds what is no placeholder in %j', (template, unknown) => {
  expect(unknownPlaceholders(template)).toEqual(unknown);
});
