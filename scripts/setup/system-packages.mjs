// Redis and Chromium from Debian, when they are missing and when that is allowed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../services/chromium.mjs';
import { findRedis } from '../services/redis.mjs';
import { run } from '../system/process.mjs';
import { findProgram } from '../system/programs.mjs';
import { Failure, say, step } from '../system/say.mjs';

const missing = () => [...(findRedis() ? [] : ['redis-server']), ...(findChromium() ? [] : ['chromium'])];

/** How apt-get may be called here: directly as root, through sudo that asks nothing, or not at all. */
function aptCommand() {
  if (!findProgram(['apt-get'])) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  return sudo && spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? [sudo, '-n'] : undefined;
}

const advice = (names) =>
  process.platform === 'darwin'
    ? `brew install ${names.map((name) => (name === 'chromium' ? '--cask chromium' : 'redis')).join(' && brew install ')}`
    : `sudo apt-get install -y ${names.join(' ')}`;

/** Installs what is missing. Redis must be there afterwards; Chromium only where `needsBrowser`. */
export async function installPrograms({ logs, needsBrowser }) {
  const names = missing();
  if (names.length === 0) return;
  const prefix = aptCommand();
  if (prefix) await installWithApt(prefix, names, logs);
  const left = missing();
  const fatal = left.filter((name) => name !== 'chromium' || needsBrowser);
  if (fatal.length > 0) throw new Failure(`Missing: ${left.join(' and ')}. Install with: ${advice(left)}`);
  if (left.length > 0) say(`  Without chromium no PDF can be printed. Install it with: ${advice(left)}`);
}

async function installWithApt(prefix, names, logs) {
  say(`  Installing ${names.join(' and ')} with apt …`);
  const log = join(logs, 'apt.log');
  const apt = (...args) => {
    const full = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=180',
      ...args,
    ];
    return run({ name: `apt-get ${args[0]}`, command: full[0], args: full.slice(1), log });
  };
  try {
    await step(`Installed ${names.join(' and ')}`, async () => {
      // Lists may be there already, or a mirror may be down: the install itself decides.
      await apt('update').catch(() => undefined);
      await apt('install', '-y', '--no-install-recommends', ...names);
    });
  } catch (error) {
    say(`  ${error.message}`);
  }
}
