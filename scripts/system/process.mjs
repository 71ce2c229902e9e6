// Child processes in groups of their own: Ctrl-C reaches only us, and we decide who stops when.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './say.mjs';

const live = new Set();
const KEEP_LOG_BYTES = 20 * 1024 * 1024;

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > KEEP_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/**
 * Starts a process whose output goes to `log` (a file; without one it is ours).
 * `exited` resolves with { code, signal } and never rejects.
 */
export function launch({ name, command, args = [], cwd, env = process.env, log, user = {} }) {
  const output = log ? openLog(log) : 'inherit';
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output],
    ...user,
  });
  if (log) closeSync(output);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const handle = { name, pid: child.pid, log, exited, done: false };
  live.add(handle);
  void exited.then(() => {
    handle.done = true;
    live.delete(handle);
  });
  return handle;
}

/** Runs a command to its end; fails with the last lines of its log when it does not succeed. */
export async function run(options) {
  const offset = options.log ? (statSync(options.log, { throwIfNoEntry: false })?.size ?? 0) : 0;
  const handle = launch(options);
  const { code, error, signal } = await handle.exited;
  if (code === 0) return;
  const reason = error ? error.message : signal ? `stopped by ${signal}` : `exit code ${code}`;
  const shown = options.log ? `\n${tail(options.log, 40, offset)}\n  (all of it: ${options.log})` : '';
  throw new Failure(`${options.name} failed (${reason})${shown}`);
}

/** Signals a process (a group when negative); false when there is nothing left to signal. */
function signalOne(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Sends each signal in turn, waiting for `patience` milliseconds after each, and SIGKILL at the end. */
export async function stop(handle, { signals = ['SIGTERM'], patience = 8000 } = {}) {
  for (const signal of signals) {
    if (handle.done || !signalOne(handle.pid, signal)) break;
    await Promise.race([handle.exited, delay(patience, undefined, { ref: false })]);
  }
  // The group goes as well: a child that died may leave grandchildren behind.
  if (handle.pid) signalOne(-handle.pid, 'SIGKILL');
  await handle.exited;
}

/** Ends whatever is running. apt and npm get a moment to leave things in order; what belongs to root is left to end. */
export async function endAll() {
  for (const [signal, patience] of [
    ['SIGTERM', 5000],
    ['SIGKILL', 1000],
  ]) {
    const handles = [...live].filter(({ pid }) => pid);
    for (const { pid } of handles) signalOne(-pid, signal);
    const ended = Promise.all(handles.map(({ exited }) => exited));
    await Promise.race([ended, delay(patience, undefined, { ref: false })]);
  }
}

/** Kills whatever is running, for those who cannot wait. */
export function killAll() {
  for (const { pid } of live) if (pid) signalOne(-pid, 'SIGKILL');
}

/** The last `lines` lines that a log file got since `offset` bytes. */
export function tail(file, lines, offset = 0) {
  try {
    const text = readFileSync(file).subarray(offset).toString('utf8').trimEnd();
    return text
      .split('\n')
      .slice(-lines)
      .map((line) => `  | ${line}`)
      .join('\n');
  } catch {
    return '';
  }
}
