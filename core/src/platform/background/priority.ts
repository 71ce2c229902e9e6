import { constants, setPriority } from 'node:os';

/** Pages come first: on a small machine this process takes what they leave. */
export function runInBackground(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
