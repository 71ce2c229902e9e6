import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { runInBackground } from './priority';

// A session of its own, as the browser that prints is one.
const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
afterAll(() => child.kill());

it('lowers the priority of a process, and of its session where those share the machine', () => {
  const pid = child.pid ?? 0;
  runInBackground(pid);
  expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  const group = `/proc/${pid}/autogroup`;
  // Elsewhere only the priority counts (ADR 48).
  if (existsSync(group)) expect(readFileSync(group, 'utf8')).toMatch(/ nice 10\n/);
});
