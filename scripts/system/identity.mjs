// Tells a process from a later one that was given the same number.
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const onLinux = process.platform === 'linux';

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A text that is the same as long as `pid` is the same process; '' when there is none. */
export function identityOf(pid) {
  if (!onLinux) {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const zombie = fields[0] === 'Z';
  // Field 22 is the start in ticks since boot; the boot id makes it unique.
  return stat && !zombie ? `${read('/proc/sys/kernel/random/boot_id').trim()}:${fields[19]}` : '';
}

/** The command line of a process, as far as it may be seen. */
export function commandOf(pid) {
  if (!onLinux) {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

export const isSame = ({ pid, identity }) => Boolean(identity) && identityOf(pid) === identity;
