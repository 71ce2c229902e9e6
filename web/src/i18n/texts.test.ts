import { describe, expect, it } from 'vitest';
import { mergeTexts, pickTexts } from './texts';

const all = {
  orders: { list: 'Orders', bulk: { tag: 'Tag', done: 'Done' } },
  errors: { page: { title: 'Sorry' }, reasons: { late: 'Too late' }, unreachable: 'No answer' },
};

describe('pickTexts', () => {
  it.each([
    [['orders'], { orders: all.orders }],
    [['orders.bulk'], { orders: { bulk: all.orders.bulk } }],
    [['orders.list'], { orders: { list: 'Orders' } }],
    [['orders.list', 'orders.bulk'], { orders: all.orders }],
    [
      ['errors.page', 'errors.unreachable', 'orders.bulk.tag'],
      { errors: { page: all.errors.page, unreachable: 'No answer' }, orders: { bulk: { tag: 'Tag' } } },
    ],
  ])('takes %j where it stood', (paths, picked) => {
    expect(pickTexts(all, paths)).toEqual(picked);
  });

  it.each(['offers', 'orders.moves', 'orders.list.more'])('says that there is nothing at %s', (path) => {
    expect(() => pickTexts(all, [path])).toThrow(path);
  });
});

it('adds what is further down to what is further up and changes neither', () => {
  const above = { errors: { unreachable: 'No answer' } };
  const merged = mergeTexts(above, { errors: { page: { title: 'Sorry' } }, orders: { list: 'Orders' } });
  expect(merged).toEqual({
    errors: { unreachable: 'No answer', page: { title: 'Sorry' } },
    orders: { list: 'Orders' },
  });
  expect(above).toEqual({ errors: { unreachable: 'No answer' } });
});
