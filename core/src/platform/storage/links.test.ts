import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, downloadName } from './content-disposition';
import { byteRange } from './route/byte-range';
import { filesystemUrl, verifySignedUrl, type LinkGrant } from './signed-url';

const signingKey = 'a signing key for tests only';
const now = new Date('2025-07-01T12:00:00Z');
const expires = now.getTime() / 1000 + 60;
const get: LinkGrant = { method: 'GET', key: 'a/b.pdf', expires, contentType: 'a/b', fileName: 'b.pdf' };
const put: LinkGrant = { method: 'PUT', key: 'a/b.pdf', expires, contentType: 'a/b', maxBytes: 10 };

function check(grant: LinkGrant, changes: { method?: string; key?: string; now?: Date; base?: string } = {}) {
  const url = new URL(filesystemUrl(changes.base ?? 'https://books.example', signingKey, grant));
  const path = url.pathname + url.search;
  return verifySignedUrl(changes.key ?? signingKey, changes.method ?? grant.method, path, changes.now ?? now);
}

describe('signed links', () => {
  it('carry back what was granted', () => {
    expect(check(get)).toEqual({ grant: get });
    expect(check(put)).toEqual({ grant: put });
    expect(check(get, { method: 'HEAD' })).toEqual({ grant: get });
  });

  it('work below a base path', () => {
    expect(check(get, { base: 'https://example.com/books/' })).toEqual({ grant: get });
  });

  it('carry any name of a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const grant = { ...get, fileName: downloadName(name) };
        expect(check(grant)).toEqual({ grant });
      }),
    );
  });

  it('end with their last second', () => {
    expect(check(get, { now: new Date(expires * 1000 - 1) })).toEqual({ grant: get });
    expect(check(get, { now: new Date(expires * 1000) })).toEqual({ refused: 'expired' });
  });

  it('are worth nothing under another key or method', () => {
    expect(check(get, { key: `${signingKey}.` })).toEqual({ refused: 'invalid' });
    expect(check(get, { method: 'PUT' })).toEqual({ refused: 'invalid' });
    expect(check(put, { method: 'GET' })).toEqual({ refused: 'invalid' });
    expect(check(get, { method: 'DELETE' })).toEqual({ refused: 'invalid' });
  });

  const parameters = ['expires', 'type', 'name', 'max', 'signature'];

  it('are worth nothing once any part is changed', () => {
    const change = fc.record({
      grant: fc.constantFrom(get, put),
      parameter: fc.constantFrom(...parameters),
      value: fc.string(),
    });
    fc.assert(
      fc.property(change, ({ grant, parameter, value }) => {
        const url = new URL(filesystemUrl('https://books.example', signingKey, grant));
        const before = url.searchParams.get(parameter);
        fc.pre(before !== null && before !== value);
        url.searchParams.set(parameter, value);
        const verdict = verifySignedUrl(signingKey, grant.method, url.pathname + url.search, now);
        // A number may be written with leading zeros and still be the number that was signed.
        const same = before !== null && /^0*\d+$/.test(value) && Number(value) === Number(before);
        expect(verdict).toEqual(same ? { grant } : { refused: 'invalid' });
      }),
    );
  });
});

describe('the name of a download', () => {
  it.each([
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['C:\\orders.csv', 'C:_orders.csv'],
    ['a\r\nset-cookie: b', 'aset-cookie: b'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['half \uD83E of a pair', 'half  of a pair'],
    ['', 'file'],
    ['..', 'file'],
    [' \t ', 'file'],
    [`${'я'.repeat(300)}.xlsx`, `${'я'.repeat(145)}.xlsx`],
  ])('is, for %j, %j', (given, expected) => {
    expect(downloadName(given)).toBe(expected);
  });

  it('is a safe header for any text, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = attachment(name);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
        const [, plain, extended] = /filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(header) ?? [];
        expect(plain).not.toContain('\\');
        expect(decodeURIComponent(extended ?? '')).toBe(downloadName(name));
      }),
    );
  });
});

it('resolves any byte range to bytes that the object has', () => {
  const part = fc.oneof(fc.constant(''), fc.nat(200).map(String));
  fc.assert(
    fc.property(part, part, fc.nat(100), (first, last, totalBytes) => {
      const range = byteRange(`bytes=${first}-${last}`, totalBytes);
      if (range === undefined || range === 'unsatisfiable') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(totalBytes);
    }),
  );
});
