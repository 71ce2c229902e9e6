import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.env['RUN_DIR'] ?? join(import.meta.dirname, '..', '..', '..', '.data', 'run');

async function workerPid(): Promise<number> {
  const text = await readFile(join(folder, 'worker.pid.json'), 'utf8');
  return (JSON.parse(text) as { pid: number }).pid;
}

/** Runs a part of a journey while the worker of the product stands still, so that what is queued stays queued. */
export async function whileWorkerSleeps(part: () => Promise<void>): Promise<void> {
  const pid = await workerPid();
  process.kill(pid, 'SIGSTOP');
  try {
    await part();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
