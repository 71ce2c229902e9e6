import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bulkInput, countries, CountryCode, Iso639Code, Line, OptionalLine, Paragraphs, Tags } from './index';

const ok = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('text fields', () => {
  it.each([
    [Line(20), '  Bäckerei \t\n Groß ', 'Bäckerei   Groß'],
    [Line(20), 'e\u0301', 'é'],
    [OptionalLine(20), '   ', null],
    [OptionalLine(20), null, null],
    [Paragraphs(20), ' a\r\nb\rc ', 'a\nb\nc'],
  ])('cleans %#', (schema, typed, kept) => {
    expect(schema.parse(typed)).toBe(kept);
  });

  it.each([
    [Line(3), 'abcd'],
    [Line(20), 'a\u0000b'],
    [Line(20), 'half \ud83d pair'],
    [Paragraphs(20), 'a\u0000b'],
    [Paragraphs(20), 'a\u0007b'],
  ])('refuses %#', (schema, typed) => {
    expect(ok(schema, typed)).toBe(false);
  });

  it('gives the same result for its own output', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const first = Line(200).safeParse(typed);
        if (first.success) expect(Line(200).parse(first.data)).toBe(first.data);
      }),
    );
  });
});

describe('tags', () => {
  it('keeps one of those that differ in case only', () => {
    expect(Tags.parse(['VIP', ' vip ', 'Опт', 'опт'])).toEqual(['vip', 'опт']);
  });

  it('takes 30 and not 31', () => {
    const tags = Array.from({ length: 31 }, (_, n) => `tag ${n}`);
    expect(ok(Tags, tags.slice(1))).toBe(true);
    expect(ok(Tags, tags)).toBe(false);
    expect(ok(Tags, ['x'.repeat(41)])).toBe(false);
    expect(ok(Tags, [''])).toBe(false);
  });
});

describe('codes', () => {
  it('knows the countries of ISO 3166-1 and Kosovo', () => {
    expect(countries).toHaveLength(250);
    expect(new Set(countries).size).toBe(250);
    expect(CountryCode.parse(' uz ')).toBe('UZ');
    expect(ok(CountryCode, 'UK')).toBe(false);
  });

  it.each([
    ['en', true],
    ['UZ', true],
    ['english', false],
    ['e', false],
  ])('language %s: %s', (code, right) => {
    expect(ok(Iso639Code, code)).toBe(right);
  });
});

describe('bulk input', () => {
  const schema = bulkInput(z.strictObject({ q: z.string().optional() }));
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  it.each([
    [{ action: 'archive', ids: [id] }, true],
    [{ action: 'archive', filters: {} }, true],
    [{ action: 'add-tag', tag: 'A', ids: [id] }, true],
    [{ action: 'add-tag', ids: [id] }, false],
    [{ action: 'archive' }, false],
    [{ action: 'archive', ids: [id], filters: {} }, false],
    [{ action: 'archive', ids: [] }, false],
    [{ action: 'delete', ids: [id] }, false],
    [{ action: 'archive', ids: [id], extra: 1 }, false],
    [{ action: 'archive', filters: { other: 'x' } }, false],
    [{ action: 'archive', ids: Array.from({ length: 1_001 }, () => id) }, false],
  ])('%j: %s', (input, right) => {
    expect(ok(schema, input)).toBe(right);
  });
});
