import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspect, rawWorkbook, zipOf } from './testing/made-files';

const wide = Array.from({ length: 201 }, (_, index) => `c${index}`).join();
const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 256));
const packed = gzipSync(`a,b\n${'1,2\n'.repeat(5000)}${noise.toString('base64')},2\n`);
const ole2 = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');

describe('inspectFile refuses', () => {
  it.each([
    ['nothing', '', { code: 'empty' }],
    ['blanks', ' \n\n \n', { code: 'empty' }],
    ['only a byte order mark', '\ufeff', { code: 'empty' }],
    ['only a header', 'a,b\n', { code: 'empty', hint: 'header-only' }],
    ['nothing, packed', gzipSync(''), { code: 'empty' }],
    ['random bytes', noise, { code: 'binary' }],
    ['random bytes, packed', gzipSync(noise), { code: 'binary' }],
    ['a zero byte deep inside', `a,b\n${'1,2\n'.repeat(40_000)}1,\0\n`, { code: 'binary', line: 40_002 }],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { code: 'binary', hint: 'image' }],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', { code: 'binary', hint: 'pdf' }],
    ['a ZIP of a CSV', zipOf({ 'orders.csv': 'a,b\n1,2\n' }), { code: 'binary', hint: 'archive' }],
    ['an ODS', zipOf({ 'content.xml': '<a/>' }), { code: 'binary', hint: 'spreadsheet-other' }],
    ['an old workbook', ole2, { code: 'binary', hint: 'old-xls' }],
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>', { code: 'binary', hint: 'markup' }],
    ['JSON', '[{"a": 1}, {"a": 2}]', { code: 'binary', hint: 'json' }],
    ['an open quote', 'a,b\n1,2\n3,"x\n4,5\n', { code: 'unclosed-quote', line: 3, column: 2 }],
    ['mostly ragged rows', 'a,b\n1\n2\n3,4\n', { code: 'ragged', line: 2 }],
    ['data instead of a header', '1,Tea,2010-12-01\n2,Cup,2010-12-02\n', { code: 'no-header', line: 1 }],
    ['numbers instead of a header', 'Tea,5\nCup,6\n', { code: 'no-header', column: 2 }],
    ['a name used twice', 'a,b, A \n1,2,3\n', { code: 'duplicate-header', column: 3 }],
    ['a formula', 'a,b\n1,2\n3,=1+1\n', { code: 'formula', line: 3, column: 2 }],
    ['a quoted formula', 'a,b\n1,"=HYPERLINK(""x"")"\n', { code: 'formula', line: 2, column: 2 }],
    ['too many columns', `${wide}\n${wide}\n`, { code: 'too-many-columns' }],
    ['one endless line, at once', `a,b\n${'x'.repeat(300_000)}`, { code: 'too-large', line: 2 }],
    ['a packed file cut off', packed.subarray(0, packed.length - 100), { code: 'truncated-gzip' }],
    ['a packed file with a wrong checksum', flipped(packed, packed.length - 6), { code: 'truncated-gzip' }],
    ['a cut workbook', rawWorkbook('<worksheet/>').subarray(0, 300), { code: 'corrupt-xlsx' }],
  ])('%s', async (_, content, failure) => {
    await expect(inspect(content)).rejects.toMatchObject({ name: 'ImportFileError', ...failure });
  });

  it('a password-protected workbook, by its name', async () => {
    await expect(inspect(ole2, { fileName: 'orders.xlsx' })).rejects.toMatchObject({
      hint: 'protected-xlsx',
    });
  });

  it('a file that is too large, before reading it', async () => {
    await expect(inspect('a,b\n1,2\n', { limits: { maxBytes: 5 } })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('a packed file that unpacks to too much, while it unpacks', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'a,b\n'));
    expect(bomb.length).toBeLessThan(100_000);
    const failure = inspect(bomb, { limits: { maxUnpackedBytes: 1_000_000 } });
    await expect(failure).rejects.toMatchObject({ code: 'too-large' });
  });

  it('nothing because of + - @ at the start of a cell', async () => {
    expect((await inspect('a,b,c\n+1,-2,@x\n')).sample).toEqual([['+1', '-2', '@x']]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
