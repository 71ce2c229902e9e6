import { expect, it } from 'vitest';
import { createPace } from '.';

/** A machine on which the process stood in line for this share of the time that passed. */
function machine(share: number) {
  const state = { now: 0, waited: 0, rested: 0 };
  const pass = (ms: number) => {
    state.now += ms;
    state.waited += ms * share;
  };
  const rest = (ms: number) => {
    state.now += ms;
    state.rested += ms;
    return Promise.resolve();
  };
  const pace = createPace({ now: () => state.now, waitedMs: () => state.waited, rest });
  const work = async (steps: number, ms: number) => {
    for (let step = 0; step < steps; step += 1) {
      pass(ms);
      await pace(ms);
    }
    return state.rested;
  };
  return { work };
}

it('does not rest while the processors are free', async () => {
  expect(await machine(0.05).work(100, 30)).toBe(0);
});

it('rests four times as long as it worked while others want the processors', async () => {
  expect(await machine(0.5).work(100, 30)).toBe(100 * 120);
});

it('gathers short steps before it rests', async () => {
  const rested = await machine(0.5).work(1_000, 1);
  expect(rested).toBeGreaterThan(1_000 * 0.1);
  expect(rested).toBeLessThan(1_000 * 4);
});

it('rests a quarter of a second at most, however long a step was', async () => {
  expect(await machine(0.9).work(1, 60_000)).toBe(250);
});
