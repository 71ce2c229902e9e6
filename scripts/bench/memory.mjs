// Memory of a process of its own, watched while something runs.
import { readFileSync } from 'node:fs';

const EVERY_MS = 20;

/** Megabytes, with what the system has moved out while the process was idle; NaN where it does not tell. */
export function ownMb(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [anonymous, swapped] = ['RssAnon', 'VmSwap'].map((name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)[1]),
    );
    return (anonymous + swapped) / 1024;
  } catch {
    return NaN;
  }
}

/** Runs `work` and tells by how many megabytes the process grew at most above where it stood before. */
export async function growthDuring(pid, work) {
  const before = ownMb(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, ownMb(pid));
  }, EVERY_MS);
  try {
    const result = await work();
    return { result, beforeMb: before, growthMb: peak - before };
  } finally {
    clearInterval(timer);
  }
}
