import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, fault, faultCodes, faultText, parse, says, type FieldFault } from './index';

const faultsOf = (schema: z.ZodType, input: unknown): FieldFault[] => {
  try {
    parse(schema, input);
  } catch (error) {
    if (error instanceof AppError) return error.faults;
    throw error;
  }
  return [];
};

describe('parse', () => {
  it.each<[string, z.ZodType, unknown, FieldFault]>([
    ['an absent field', z.object({ a: z.string() }), {}, fault('a', 'needed')],
    ['null', z.object({ a: z.string() }), { a: null }, fault('a', 'needed')],
    ['another type', z.object({ a: z.string() }), { a: 1 }, fault('a', 'wrong')],
    ['an empty text', z.object({ a: z.string().min(1) }), { a: '' }, fault('a', 'needed')],
    ['a short text', z.string().min(2), 'x', fault('', 'too-short', { least: 2 })],
    ['a long text', z.string().max(2), 'xyz', fault('', 'too-long', { most: 2 })],
    ['an empty list', z.array(z.string()).min(1), [], fault('', 'needed')],
    ['a long list', z.array(z.string()).max(1), ['', ''], fault('', 'too-many', { most: 1 })],
    ['a small number', z.number().min(0), -1, fault('', 'at-least', { least: 0 })],
    ['a large number', z.number().max(365), 366, fault('', 'at-most', { most: 365 })],
    ['a fraction', z.int(), 1.5, fault('', 'whole-number')],
    ['a wrong choice', z.enum(['a', 'b']), 'c', fault('', 'choice', { values: 'a, b' })],
    ['a wrong address', z.email(), 'anna', fault('', 'email')],
    ['a wrong date', z.iso.date(), '21.11.2026', fault('', 'date')],
    ['a wrong id', z.object({ ids: z.array(z.uuid()) }), { ids: ['7'] }, fault('ids.0', 'id')],
    ['an unknown field', z.strictObject({}), { other: 1 }, fault('other', 'unknown-field')],
    [
      'a wrong key',
      z.record(z.string().max(1), z.string()),
      { ab: '' },
      fault('ab', 'too-long', { most: 1 }),
    ],
    [
      'our own check',
      z.string().refine(() => false, says('date-too-early', { first: '1900' })),
      '',
      fault('', 'date-too-early', { first: '1900' }),
    ],
  ])('names %s', (_, schema, input, wanted) => {
    expect(faultsOf(schema, input)).toMatchObject([wanted]);
  });

  it('names every wrong field', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.strictObject({ c: z.number() })) });
    const paths = faultsOf(schema, { b: [{ c: 1 }, { c: '1' }], d: 1 }).map(({ path }) => path);
    expect(paths.sort()).toEqual(['a', 'b.1.c', 'd']);
  });
});

it('says every fault as a sentence', () => {
  for (const code of faultCodes) expect(faultText(code, {})).toMatch(/^[A-Z].*\.$/);
  expect(faultText('at-least', { least: 0 })).toBe('Must be at least 0.');
});
