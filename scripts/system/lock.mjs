// One instance per data directory, and a record of its processes, so that whatever a killed one left can be stopped.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, isSame } from './identity.mjs';
import { Failure, say } from './say.mjs';

const ORDER = ['web', 'worker', 'redis', 'postgres'];
const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : 0);

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Takes the data directory for this process, or says who has it. */
export function takeLock(dataDir, description) {
  mkdirSync(join(dataDir, 'run'), { recursive: true });
  const file = join(dataDir, 'run', 'lock.json');
  const holder = readRecord(file);
  if (holder && isSame(holder)) {
    throw new Failure(
      `Already running here: ${holder.description} (process ${holder.pid}). Stop it with: kill ${holder.pid}`,
    );
  }
  const mine = { pid: process.pid, identity: identityOf(process.pid), description };
  writeFileSync(file, JSON.stringify(mine));
  return () => rmSync(file, { force: true });
}

/** Remembers a child, so that the next start can stop it if this process is killed. */
export function remember(dataDir, name, pid) {
  const file = join(dataDir, 'run', `${name}.pid.json`);
  writeFileSync(file, JSON.stringify({ name, pid, identity: identityOf(pid) }));
  return () => rmSync(file, { force: true });
}

/** Stops what a killed run left behind: web and worker first, Postgres last. */
export async function stopLeftovers(dataDir) {
  const dir = join(dataDir, 'run');
  const files = readdirSync(dir).filter((name) => name.endsWith('.pid.json'));
  const records = files.map((name) => ({ file: join(dir, name), ...readRecord(join(dir, name)) }));
  for (const record of records.sort((a, b) => rank(a.name) - rank(b.name))) {
    if (isSame(record)) {
      say(`  Stopping ${record.name}, left over from an earlier run`);
      await stopStranger(record, record.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
    }
    rmSync(record.file, { force: true });
  }
}

/** Stops a process that is not our child; forces it after 8 seconds. */
export async function stopStranger(record, signal) {
  for (const [kind, patience] of [
    [signal, 8000],
    ['SIGKILL', 2000],
  ]) {
    try {
      process.kill(record.pid, kind);
    } catch {
      return;
    }
    for (const end = Date.now() + patience; Date.now() < end;) {
      if (!isSame(record)) return;
      await delay(50);
    }
  }
}
