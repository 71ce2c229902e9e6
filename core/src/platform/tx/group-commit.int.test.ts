import { describe, expect, it } from 'vitest';
import { systemCtx } from '../context';
import { newId } from '../ids';
import { GroupCommit } from './group-commit';

const company = () => systemCtx(newId(), 'test');

/** Work that ends when told, and what it was asked to do. */
function heldWork() {
  const asked: string[][] = [];
  const ends: (() => void)[] = [];
  const group = new GroupCommit(async (_ctx, items: readonly string[]) => {
    asked.push([...items]);
    await new Promise<void>((end) => ends.push(end));
    if (items.includes('bad')) throw new Error(`${items.join(' ')} refused`);
    return items.map((item) => `${item} done`);
  });
  return { asked, group, end: () => ends.shift()?.() };
}

/** Lets everything run that waits for nothing but promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('GroupCommit', () => {
  it('does what is asked meanwhile together, and gives each its own result', async () => {
    const { asked, group, end } = heldWork();
    const ctx = company();
    const results = ['a', 'b', 'c'].map((item) => group.do(ctx, item));
    end();
    await settled();
    expect(asked).toEqual([['a'], ['b', 'c']]);
    end();
    expect(await Promise.all(results)).toEqual(['a done', 'b done', 'c done']);
  });

  it('starts anew once all is done', async () => {
    const { asked, group, end } = heldWork();
    const ctx = company();
    for (const item of ['a', 'b']) {
      const result = group.do(ctx, item);
      end();
      expect(await result).toBe(`${item} done`);
    }
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('lets no company wait for another', async () => {
    const { asked, group, end } = heldWork();
    const results = [group.do(company(), 'a'), group.do(company(), 'b')];
    expect(asked).toEqual([['a'], ['b']]);
    end();
    end();
    expect(await Promise.all(results)).toEqual(['a done', 'b done']);
  });

  it('does each by itself where one keeps the others back', async () => {
    const { asked, group, end } = heldWork();
    const ctx = company();
    const results = ['a', 'b', 'bad', 'c'].map((item) => group.do(ctx, item));
    const outcomes = Promise.allSettled(results);
    for (let round = 0; round < 5; round += 1) {
      end();
      await settled();
    }
    expect(await outcomes).toMatchObject([
      { value: 'a done' },
      { value: 'b done' },
      { reason: { message: 'bad refused' } },
      { value: 'c done' },
    ]);
    expect(asked).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });
});
