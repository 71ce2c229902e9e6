import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** Pages come first: on a small machine this process takes what they leave. */
export function runInBackground(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

/** How long it rests for each millisecond of work while others want the processors. */
const REST = 4;
const LONGEST_REST_MS = 250;
const LOOK_MS = 20;
/** The share of its time that the process stood in line for a processor. */
const CROWDED = 0.15;

/** Milliseconds that this process stood in line for a processor; Linux tells, elsewhere it never has to. */
function waitedMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

interface Machine {
  waitedMs: () => number;
  now: () => number;
  rest: (ms: number) => Promise<unknown>;
}

const thisMachine: Machine = { waitedMs, now: () => performance.now(), rest: (ms) => delay(ms) };

/**
 * A pace for work in bulk. The function it gives is told how many milliseconds of the database's time the last step
 * took, and returns at once, unless others want the processors: then the database rests for a while.
 */
export function createPace(machine: Machine = thisMachine): (workedMs: number) => Promise<void> {
  let [lookedAt, waited, crowded, owed] = [machine.now(), machine.waitedMs(), false, 0];
  const look = () => {
    const passed = machine.now() - lookedAt;
    if (passed < LOOK_MS) return;
    crowded = machine.waitedMs() - waited > passed * CROWDED;
    [lookedAt, waited] = [machine.now(), machine.waitedMs()];
  };
  return async (workedMs) => {
    look();
    owed = crowded ? owed + workedMs * REST : 0;
    if (owed < LOOK_MS) return;
    await machine.rest(Math.min(owed, LONGEST_REST_MS));
    owed = 0;
    [lookedAt, waited] = [machine.now(), machine.waitedMs()];
  };
}
