import { expect, it } from 'vitest';
import { createPace } from './pace';

/** Does steps of so many milliseconds on a machine where pages are wanted from one moment to another. */
async function rested(steps: number, ms: number, wanted: [from: number, to: number]): Promise<number> {
  const state = { now: 0, rested: 0 };
  const pace = createPace({
    now: () => state.now,
    isDemand: () => Promise.resolve(state.now >= wanted[0] && state.now < wanted[1]),
    rest: (pause) => {
      state.now += pause;
      state.rested += pause;
      return Promise.resolve();
    },
  });
  for (let step = 0; step < steps; step += 1) {
    state.now += ms;
    await pace(ms);
  }
  return state.rested;
}

it('does not rest while nobody waits for a page', async () => {
  expect(await rested(100, 30, [Infinity, Infinity])).toBe(0);
});

it('rests four times as long as it worked while somebody does', async () => {
  expect(await rested(100, 30, [0, Infinity])).toBe(100 * 120);
});

it('gathers short steps before it rests', async () => {
  expect(await rested(1_000, 1, [0, Infinity])).toBe(1_000 * 4);
});

it('rests a quarter of a second at most, however long a step was', async () => {
  expect(await rested(1, 60_000, [0, Infinity])).toBe(250);
});

it('goes on at full speed within a moment after the last page', async () => {
  expect(await rested(100, 10, [0, 500])).toBeLessThanOrEqual(600);
});
