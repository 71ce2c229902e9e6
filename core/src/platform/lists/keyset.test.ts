import { describe, expect, it } from 'vitest';
import { sql } from '../db';
import { encodeCursor, keyset, orderBy, type SortKey } from './index';
import { searchWords } from './text';

const keys: Readonly<Record<'name' | 'price' | 'createdAt' | 'day', SortKey>> = {
  name: { expression: sql`c.name`, type: 'text' },
  price: { expression: sql`c.price`, type: 'numeric' },
  createdAt: { expression: sql`c.created_at`, type: 'timestamptz' },
  day: { expression: sql`c.day`, type: 'date' },
};
const id = sql`c.id`;
const rowId = '01890a5d-ac96-774b-bcce-b302099a8057';
const at = (sort: string, value: string | null) => encodeCursor({ sort, value, id: rowId });

describe('keyset', () => {
  it('orders by the key and the id, in one direction', () => {
    expect(orderBy(keys, id, 'name').text).toBe('c.name, c.id');
    expect(orderBy(keys, id, '-price').text).toBe('c.price desc, c.id desc');
  });

  it('begins anywhere without a cursor and behind the last row with one', () => {
    expect(keyset(keys, id, 'name').after.text).toBe('true');
    const up = keyset(keys, id, 'name', at('name', "O'Hara"));
    expect(up.after.text).toBe('(c.name, c.id) > ($1::text, $2::uuid)');
    expect(up.after.values).toEqual(["O'Hara", rowId]);
    const down = keyset(keys, id, '-createdAt', at('-createdAt', '2026-11-21T09:14:00.123Z'));
    expect(down.after.text).toBe('(c.created_at, c.id) < ($1::timestamptz, $2::uuid)');
  });

  it.each([
    ['another order', 'name', at('-name', 'x')],
    ['no value', 'name', at('name', null)],
    ['NUL in a text', 'name', at('name', 'a\u0000')],
    ['no number', 'price', at('price', "1'; drop table")],
    ['not a number', 'price', at('price', 'NaN')],
    ['no time', 'createdAt', at('createdAt', 'yesterday')],
    ['no such day', 'createdAt', at('createdAt', '2026-13-41T09:14:00.123Z')],
    ['no date', 'day', at('day', '2026-02-31x')],
    ['no such date', 'day', at('day', '2026-13-01')],
    ['nonsense', 'name', 'bm9uc2Vuc2U'],
    ['no id', 'name', Buffer.from('["name","x","y"]').toString('base64url')],
  ] as const)('refuses a cursor with %s', (_, sort, cursor) => {
    expect(() => keyset(keys, id, sort, cursor)).toThrowError(
      expect.objectContaining({ code: 'invalid' }) as Error,
    );
  });
});

describe('searchWords', () => {
  it.each([
    ['  Bäckerei  GROß ', ['backerei', 'gross']],
    ['', []],
    ['1 2 3 4 5 6 7 8 9', ['1', '2', '3', '4', '5', '6', '7', '8 9']],
  ])('%j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });
});
