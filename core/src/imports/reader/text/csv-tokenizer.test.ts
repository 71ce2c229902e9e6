import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTokenizer, type RawRow } from './csv-tokenizer';

function tokenize(text: string, delimiter = ',', chunk = text.length || 1): RawRow[] {
  const tokenizer = new CsvTokenizer(delimiter, 100_000);
  const rows: RawRow[] = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...tokenizer.feed(text.slice(at, at + chunk)));
  return [...rows, ...tokenizer.feed('', true)];
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', ' ', '\n', '\r\n', '1'),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

describe('CsvTokenizer', () => {
  it('reads back what was written, whatever the chunks', () => {
    fc.assert(
      fc.property(table, lineEnd, fc.integer({ min: 1, max: 20 }), fc.boolean(), (rows, end, chunk, last) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join(end) + (last ? end : '');
        expect(tokenize(text, ',', chunk).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('agrees with csv-parse on valid files', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n');
        const expected = parse(text, { relax_column_count: true, record_delimiter: '\n' });
        expect(tokenize(text).map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });

  it('knows the physical line on which each row begins', () => {
    fc.assert(
      fc.property(table, lineEnd, fc.integer({ min: 1, max: 20 }), (rows, end, chunk) => {
        const lines = rows.map((cells) => cells.map(quoted).join(','));
        const starts = lines.map((_, index) => {
          const above = lines.slice(0, index).map((line) => line + end);
          return 1 + (above.join('').match(/\r\n|\r|\n/g) ?? []).length;
        });
        expect(tokenize(lines.join(end), ',', chunk).map(({ line }) => line)).toEqual(starts);
      }),
    );
  });

  it.each([
    ['mixed line ends', 'a,b\nc,d\r\ne,f\rg,h', ['a,b', 'c,d', 'e,f', 'g,h']],
    ['a quote inside an unquoted cell', 'a,5" disc\nb,c', ['a,5" disc', 'b,c']],
    ['words behind a closing quote', '"a" b,c\n', ['a b,c']],
    ['a blank behind a closing quote', '"a" ,c\n', ['a,c']],
    ['empty lines', 'a\n\nb\n', ['a', '', 'b']],
    ['an empty quoted cell at the end', 'a,""', ['a,']],
    ['a delimiter at the end', 'a,"b",', ['a,b,']],
  ])('reads %s', (_, text, expected) => {
    for (const chunk of [1, 3, 100]) {
      expect(tokenize(text, ',', chunk).map(({ cells }) => cells.join(','))).toEqual(expected);
    }
  });

  it.each([
    ['never closed', 'a,b\n1,"open\n2,x\n', 2, 2],
    ['closed by the next cell by chance', 'a,b\nx,y\n1,"open\n2,x\n3,"word",y\n', 3, 2],
    ['in a row of several lines', '"a\nb","c\n', 2, 2],
  ])('names the line of a quote %s', (_, text, line, column) => {
    for (const chunk of [1, 5, 100]) {
      expect(() => tokenize(text, ',', chunk)).toThrow(
        expect.objectContaining({ code: 'unclosed-quote', line, column }),
      );
    }
  });

  it('gives up on an open quote as soon as the row is too long', () => {
    const tokenizer = new CsvTokenizer(',', 50);
    tokenizer.feed('a,b\n1,"x');
    expect(() => tokenizer.feed('y\n'.repeat(40))).toThrow(
      expect.objectContaining({ code: 'unclosed-quote', line: 2, column: 2 }),
    );
  });

  it('gives up on an endless row', () => {
    expect(() => new CsvTokenizer(',', 50).feed('y'.repeat(60))).toThrow(
      expect.objectContaining({ code: 'too-large', line: 1 }),
    );
  });
});
