import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cellsOf, fileOf, inspect, rowsOf } from './testing/made-files';
import { readRows } from '.';

const SHOP = readFileSync(new URL('../fixtures/online-retail-200.csv', import.meta.url));
const CYRILLIC = 'Номер;Товар;Цена\n1;Чайник эмалированный;2,50\n2;Ложка;1,20\n';
const WESTERN = 'Nummer;Bezeichnung;Preis\n1;Kännchen für Tee;2,50\n2;Löffel groß;1,20\n';

const ENCODED: Record<string, number> = { ä: 0xe4, ö: 0xf6, ü: 0xfc, ß: 0xdf, '€': 0x80 };

function windows1252(text: string): Buffer {
  return Buffer.from([...text].map((char) => ENCODED[char] ?? char.charCodeAt(0)));
}

function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((char) => {
      const code = char.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : char === '№' ? 0xb9 : code;
    }),
  );
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('inspectFile on the real shop', () => {
  it('finds the format, the header, the first rows and the number of rows', async () => {
    const found = await inspect(SHOP);
    expect(found.format).toEqual({
      kind: 'csv',
      compression: 'none',
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 1,
    });
    expect(found.header.join()).toBe(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    );
    expect(found.sample).toHaveLength(20);
    expect(found.rows).toEqual({ count: 200, exact: true });
    expect(found.warnings).toEqual([]);
  });

  it('reads the same rows packed and in small chunks, and knows their lines', async () => {
    const plain = await rowsOf(SHOP, (await inspect(SHOP)).format);
    const packed = gzipSync(SHOP);
    const { format } = await inspect(packed, { fileName: 'orders.csv.gz' });
    expect(format).toMatchObject({ compression: 'gzip' });
    expect(await rowsOf(packed, format, 7)).toEqual(plain);
    expect(plain.map(({ line }) => line)).toEqual(Array.from({ length: 200 }, (_, index) => index + 2));
    expect(plain.find(({ cells }) => cells[1] === '22041')?.cells[2]).toBe('RECORD FRAME 7" SINGLE SIZE ');
  });
});

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(CYRILLIC), CYRILLIC],
    ['utf-8', Buffer.from(`\ufeff${CYRILLIC}`), CYRILLIC],
    ['utf-16le', Buffer.from(`\ufeff${CYRILLIC}`, 'utf16le'), CYRILLIC],
    ['utf-16le', Buffer.from(CYRILLIC, 'utf16le'), CYRILLIC],
    ['utf-16be', utf16be(`\ufeff${CYRILLIC}`), CYRILLIC],
    ['utf-16be', utf16be(CYRILLIC), CYRILLIC],
    ['windows-1251', windows1251(CYRILLIC), CYRILLIC],
    ['windows-1251', windows1251('No;Item\n1;чай №5 large box\n'), 'No;Item\n1;чай №5 large box\n'],
    ['windows-1252', windows1252(WESTERN), WESTERN],
    ['windows-1252', windows1252('a;b\n1;5 €\n'), 'a;b\n1;5 €\n'],
  ])('recognises %s', async (encoding, bytes, text) => {
    for (const chunkBytes of [1, 3, 65_536]) {
      const found = await inspect(bytes, { chunkBytes });
      expect(found.format).toMatchObject({ encoding, delimiter: ';' });
      const rows = text.trimEnd().split('\n');
      expect(found.header).toEqual(rows[0]?.split(';'));
      expect(found.sample).toEqual(rows.slice(1).map((row) => row.split(';')));
    }
  });

  it('finds letters far behind an ASCII beginning', async () => {
    const text = `a;b\n${'1;x\n'.repeat(50_000)}2;Чайник и ложка\n`;
    const found = await inspect(windows1251(text));
    expect(found.format).toMatchObject({ encoding: 'windows-1251' });
    expect(found.warnings).toContain('encoding-guessed');
  });

  it('lets the person decide', async () => {
    const found = await inspect(windows1251(CYRILLIC), { override: { encoding: 'windows-1252' } });
    expect(found.header[0]).toBe('Íîìåð');
  });

  it('names the line of a damaged character', async () => {
    const bytes = Buffer.from('Номер;Товар\n1;Чайник\n2;Ложка и вилка\n');
    bytes[bytes.length - 2] = 0xff;
    await expect(inspect(bytes)).rejects.toMatchObject({ code: 'unreadable-encoding', line: 3 });
  });
});

describe('delimiters and line ends', () => {
  it.each([
    ['comma', 'a,b,c\n1,2;3,4\n5,6,7\n', ','],
    ['semicolon with decimal commas', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n', ';'],
    ['tab', 'a\tb\n1,2\t3\n', '\t'],
    ['pipe', 'a|b\n"1|x"|3\n', '|'],
    ['inside quotes only', 'a;b\n"1,2,3,4";5\n"1,2,3,4";6\n', ';'],
    ['a sentence with commas', 'Title;Note\nx;one, two, three\ny;four, five, six\n', ';'],
    ['an open quote', 'a;b\n1;"x,y\n', ';'],
  ])('finds %s', async (_, text, delimiter) => {
    if (text.includes('"x,y\n')) {
      await expect(inspect(text)).rejects.toMatchObject({ code: 'unclosed-quote', line: 2, column: 2 });
    } else expect((await inspect(text)).format).toMatchObject({ delimiter });
  });

  it.each(['\n', '\r\n', '\r'])('reads line ends %j', async (end) => {
    expect(await cellsOf(['a,b', '1,2', '3,4', ''].join(end))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it.each([';', '\t', ','])('obeys a first line sep=%s', async (delimiter) => {
    const text = `sep=${delimiter}\r\na${delimiter}b\r\n1${delimiter}2\r\n`;
    const found = await inspect(text);
    expect(found.format).toMatchObject({ delimiter, headerLine: 2 });
    expect(await rowsOf(text, found.format)).toEqual([{ line: 3, cells: ['1', '2'], ragged: false }]);
  });
});

describe('the table', () => {
  it('skips titles above the header', async () => {
    const text = 'Sales report;;;\nMay 2011;;;\n;;;\nNo;Item;Qty;Price\n1;Tea;2;3\n';
    const found = await inspect(text);
    expect(found.header).toEqual(['No', 'Item', 'Qty', 'Price']);
    expect(found.format.headerLine).toBe(4);
    expect(found.warnings).toContain('title-rows-skipped');
    expect(await rowsOf(text, found.format)).toEqual([
      { line: 5, cells: ['1', 'Tea', '2', '3'], ragged: false },
    ]);
  });

  it('leaves out blank rows, and keeps physical lines over them and over cells of several lines', async () => {
    const text = 'a,b\n\n1,"x\r\ny"\n,\n2,z\n';
    const rows = await rowsOf(text, (await inspect(text)).format);
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  });

  it('marks rows that do not fit, but not delimiters too many at the end', async () => {
    const text = 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n5,6,7\n5,6,8\n';
    const found = await inspect(text);
    const rows = await rowsOf(text, found.format);
    expect(rows.map(({ ragged }) => ragged)).toEqual([false, true, true, false, false, false]);
    expect(rows[3]?.cells).toEqual(['1', '2', '3']);
    expect(found.warnings).toContain('ragged-rows');
  });

  it('gives batches of at most 1,000 rows', async () => {
    const text = `a,b\n${'1,2\n'.repeat(2500)}`;
    const sizes: number[] = [];
    for await (const batch of readRows(fileOf(text), (await inspect(text)).format)) sizes.push(batch.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it('estimates the rows that it did not read, and takes its examples from all over', async () => {
    const text = `n,b\n${Array.from({ length: 20_000 }, (_, index) => `${index},x\n`).join('')}`;
    const partly = await inspect(text, { limits: { maxInspectRows: 5000 } });
    expect(partly.rows).toEqual({ count: 20_000, exact: false });
    const whole = await inspect(text);
    expect(whole.rows).toEqual({ count: 20_000, exact: true });
    const seen = whole.spread.map(([number]) => Number(number));
    expect(seen.length).toBeGreaterThan(250);
    expect(seen.length).toBeLessThanOrEqual(500);
    expect(Math.max(...seen)).toBeGreaterThan(19_000);
  });

  it('stops for the signal with its reason, and passes on a fault of the storage', async () => {
    const text = 'a,b\n1,2\n';
    const { format } = await inspect(text);
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(readRows(fileOf(text), format, { signal }).next()).rejects.toThrow('cancelled');
    const broken = () => Promise.reject(new Error('storage is away'));
    await expect(readRows(broken, format).next()).rejects.toThrow('storage is away');
  });
});
