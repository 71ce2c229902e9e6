import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Pages come first: on a small machine, a process that runs in the background takes what they leave. Linux gives each
 * session of processes a like share and lets priorities count only among its members, so the session's is lowered too.
 */
export function runInBackground(pid = process.pid): void {
  setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // Other systems, and containers, share the machine in ways of their own.
  }
}
