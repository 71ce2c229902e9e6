// Resident memory of a process, watched while something runs.
import { readFileSync } from 'node:fs';

const EVERY_MS = 20;

/** Megabytes; NaN where the system does not tell. */
export function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return NaN;
  }
}

/** Runs `work` and tells by how many megabytes the process grew at most above where it stood before. */
export async function growthDuring(pid, work) {
  const before = residentMb(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMb(pid));
  }, EVERY_MS);
  try {
    const result = await work();
    return { result, beforeMb: before, growthMb: peak - before };
  } finally {
    clearInterval(timer);
  }
}
