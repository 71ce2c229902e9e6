import { describe, expect, it } from 'vitest';
import { placeholders } from './placeholders';

describe('placeholders', () => {
  it.each([
    ['no values', []],
    ['{count} of {total}', ['count', 'total']],
    ['{count, plural, one {# order} other {# orders of {name}}}', ['count: plural', 'name']],
    ['{a, plural, =0 {} other {, # {b, select, x {y} other {z}}}}!', ['a: plural', 'b: select']],
    ['{done, number} <b>{done}</b>', ['<b>', 'done', 'done: number']],
    ['{when, date, short}', ['when: date']],
  ])('%s', (text, values) => {
    expect(placeholders(text)).toEqual(values);
  });

  it.each(['{open', '{n, plural, one {x}', 'shut}'])('refuses %s', (text) => {
    expect(() => placeholders(text)).toThrow();
  });
});
