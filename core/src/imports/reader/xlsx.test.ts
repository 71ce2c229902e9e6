import { describe, expect, it } from 'vitest';
import { cellsOf, inspect, rawWorkbook, rowsOf, streamedWorkbook, workbook } from './testing/made-files';
import { numberKind, numberText, serialText } from './xlsx/cell-text';

const HEADER = ['No', 'Item', 'When', 'Price', 'Paid'];

describe('workbooks', () => {
  it('gives dates, numbers, booleans and texts as plain text', async () => {
    const book = await workbook((made) => {
      const sheet = made.addWorksheet('Orders');
      sheet.addRow(HEADER);
      sheet.addRow([536365, 'Чайник & "чашка" <1>', new Date(Date.UTC(2010, 11, 1, 8, 26)), 2.55, true]);
      sheet.addRow(['C1', '', new Date(Date.UTC(2011, 1, 28, 23, 59, 59)), -0.1 - 0.2, false]);
      sheet.addRow([1, { richText: [{ text: 'a' }, { text: 'b' }] }, null, 1e-7]);
      sheet.getColumn(3).numFmt = 'm/d/yyyy h:mm';
    });
    expect(await cellsOf(book)).toEqual([
      ['536365', 'Чайник & "чашка" <1>', '2010-12-01 08:26:00', '2.55', 'true'],
      ['C1', '', '2011-02-28 23:59:59', '-0.3', 'false'],
      ['1', 'ab', '', '0.0000001', ''],
    ]);
  });

  it('keeps every letter of a large streamed workbook, whatever the chunks', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [index, `Чайник эмалированный ${index}`]);
    const book = await streamedWorkbook([['No', 'Item'], ...rows]);
    const expected = rows.map(([number, item]) => [String(number), item]);
    expect(await cellsOf(book, { chunkBytes: 1021 })).toEqual(expected);
  });

  it('reads the first visible sheet, or the named one', async () => {
    const book = await workbook((made) => {
      made.addWorksheet('Secret', { state: 'hidden' }).addRows([['h'], ['x']]);
      made.addWorksheet('First').addRows([['f'], ['one']]);
      made.addWorksheet('Second').addRows([['s'], ['two']]);
    });
    const found = await inspect(book);
    expect(found.sheets).toEqual(['First', 'Second']);
    expect(found.format).toEqual({ kind: 'xlsx', sheet: 'First', headerLine: 1 });
    expect(found.warnings).toEqual(['other-sheets']);
    expect((await inspect(book, { override: { sheet: 'Second' } })).sample).toEqual([['two']]);
    await expect(inspect(book, { override: { sheet: 'Third' } })).rejects.toMatchObject({
      hint: 'no-such-sheet',
    });
  });

  it('names rows by their number and pads short ones', async () => {
    const book = await workbook((made) => {
      const sheet = made.addWorksheet('Orders');
      sheet.getRow(3).values = HEADER;
      sheet.getRow(7).values = [1, 'Tea'];
    });
    const { format } = await inspect(book);
    expect(await rowsOf(book, format)).toEqual([{ line: 7, cells: ['1', 'Tea', '', '', ''], ragged: false }]);
  });

  it('refuses a formula and names its cell', async () => {
    const book = await workbook((made) => {
      made.addWorksheet('Orders').addRows([
        ['a', 'b'],
        [1, 2],
        [3, { formula: 'A2+1', result: 2 }],
      ]);
    });
    await expect(inspect(book)).rejects.toMatchObject({ code: 'formula', line: 3, column: 2 });
  });

  it('reads namespaced tags, inline texts, missing references and escaped characters', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><!-- > -->
      <x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t='str'><x:v>b&#x41;_x0041_</x:v></x:c></x:row>
      <x:row r="5"><x:c r="B5" t="inlineStr"><x:is><x:t><![CDATA[<&>]]></x:t><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row>
      </x:sheetData></x:worksheet>`;
    const book = rawWorkbook(sheet);
    const found = await inspect(book);
    expect(found.header).toEqual(['a', 'bAA']);
    expect(await rowsOf(book, found.format)).toEqual([{ line: 5, cells: ['', '<&>'], ragged: false }]);
  });
});

const row = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;

describe('hostile workbooks', () => {
  it.each([
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${row('<c><v>&e;</v></c>')}`,
    ],
    ['an entity never declared', row('<c t="str"><v>&e;</v></c>')],
    ['a forbidden character', row('<c t="str"><v>&#0;</v></c>')],
    ['tags that do not match', '<worksheet><sheetData></worksheet></sheetData>'],
    ['an end too early', '<worksheet><sheetData>'],
    ['a text that is missing', row('<c t="s"><v>7</v></c>')],
    ['rows out of order', '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
    ['a number that is none', row('<c><v>abc</v></c>')],
    ['deep nesting', '<a>'.repeat(5000)],
  ])('%s is corrupt', async (_, sheet) => {
    await expect(inspect(rawWorkbook(sheet))).rejects.toMatchObject({ code: 'corrupt-xlsx' });
  });

  it('a cell far to the right is refused before memory is spent', async () => {
    const failure = inspect(rawWorkbook(row('<c r="XFD1" t="str"><v>x</v></c>')));
    await expect(failure).rejects.toMatchObject({ code: 'too-many-columns' });
  });

  it('a part that unpacks to more than announced, or to too much, is refused', async () => {
    const bomb = rawWorkbook(row(`<c t="str"><v>${' '.repeat(3_000_000)}</v></c>`));
    const failure = inspect(bomb, { limits: { maxUnpackedBytes: 1_000_000 } });
    await expect(failure).rejects.toMatchObject({ code: 'too-large' });
    const announced = Buffer.from(bomb);
    const entry = announced.lastIndexOf('PK\x01\x02');
    announced.writeUInt32LE(100, entry + 24);
    await expect(inspect(announced, { limits: { maxUnpackedBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('too many shared texts are refused', async () => {
    const relations = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`;
    const parts = {
      'xl/_rels/workbook.xml.rels': relations,
      'xl/sharedStrings.xml': `<sst>${'<si><t>text</t></si>'.repeat(1000)}</sst>`,
    };
    const book = rawWorkbook(row('<c t="s"><v>7</v></c>'), parts);
    await expect(inspect(book, { limits: { maxSharedChars: 5000 } })).rejects.toMatchObject({
      code: 'too-large',
    });
    await expect(inspect(book)).rejects.toMatchObject({ code: 'empty', hint: 'header-only' });
  });
});

describe('numbers and dates of cells', () => {
  it.each([
    ['2.5499999999999998', '2.55'],
    ['0.30000000000000004', '0.3'],
    ['1E+21', '1000000000000000000000'],
    ['-1.5E-7', '-0.00000015'],
    ['12345678901234567', '12345678901234567'],
    ['-0', '0'],
    ['1.50', '1.5'],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['', undefined],
  ])('%s is %s', (raw, text) => expect(numberText(raw)).toBe(text));

  it.each([
    [40513.3513888889, 'date', false, '2010-12-01 08:26:00'],
    [1, 'date', false, '1900-01-01 00:00:00'],
    [61, 'date', false, '1900-03-01 00:00:00'],
    [39051.5, 'date', true, '2010-12-01 12:00:00'],
    [0.75, 'time', false, '18:00:00'],
    [45657.999999, 'date', false, '2025-01-01 00:00:00'],
    [-1, 'date', false, undefined],
    [3e6, 'date', false, undefined],
  ] as const)('%d as %s (1904: %s) is %s', (serial, kind, date1904, text) => {
    expect(serialText(serial, kind, date1904)).toBe(text);
  });

  it.each([
    [14, undefined, 'date'],
    [20, undefined, 'time'],
    [2, undefined, 'number'],
    [164, 'General', 'number'],
    [164, '#,##0.00 "day"', 'number'],
    [164, '_-* #,##0.00\\ _s_-;[Red]-0', 'number'],
    [164, '[$-419]d mmmm yyyy', 'date'],
    [164, '[h]:mm:ss', 'time'],
    [164, 'mmm', 'date'],
  ] as const)('format %d %s holds a %s', (id, code, kind) => expect(numberKind(id, code)).toBe(kind));
});
