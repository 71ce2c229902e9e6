import { setTimeout as delay } from 'node:timers/promises';
import { isDemand } from './demand';

/** How long the database rests for each millisecond of bulk work while people wait for pages. */
const REST = 4;
const SHORTEST_REST_MS = 20;
const LONGEST_REST_MS = 250;
const LOOK_MS = 100;

interface Machine {
  isDemand: () => Promise<boolean>;
  now: () => number;
  rest: (ms: number) => Promise<unknown>;
}

const thisMachine: Machine = { isDemand, now: () => performance.now(), rest: (ms) => delay(ms) };

/**
 * A pace for work in bulk. The function it gives is told how many milliseconds of the database's time the last step
 * took, and returns at once, unless people wait for pages (`announceDemand`): then the database rests for a while.
 */
export function createPace(machine: Machine = thisMachine): (workedMs: number) => Promise<void> {
  let [lookedAt, wanted, owed] = [-Infinity, false, 0];
  return async (workedMs) => {
    if (machine.now() - lookedAt >= LOOK_MS) [lookedAt, wanted] = [machine.now(), await machine.isDemand()];
    owed = wanted ? owed + workedMs * REST : 0;
    if (owed < SHORTEST_REST_MS) return;
    await machine.rest(Math.min(owed, LONGEST_REST_MS));
    owed = 0;
  };
}
