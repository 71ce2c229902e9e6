// Redis and Chromium from Debian, when they are missing and when that is allowed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../services/chromium.mjs';
import { findRedis } from '../services/redis.mjs';
import { run } from '../system/process.mjs';
import { findProgram } from '../system/programs.mjs';
import { Failure, say, step } from '../system/say.mjs';

const PROGRAMS = {
  'redis-server': { find: findRedis, brew: 'redis' },
  chromium: { find: findChromium, brew: '--cask chromium' },
};

const missing = (names) => names.filter((name) => !PROGRAMS[name].find());

/** How apt-get may be called here: directly as root, through sudo that asks nothing, or not at all. */
function aptCommand() {
  if (!findProgram(['apt-get'])) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  return sudo && spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? [sudo, '-n'] : undefined;
}

const advice = (names) =>
  process.platform === 'darwin'
    ? names.map((name) => `brew install ${PROGRAMS[name].brew}`).join(' && ')
    : `sudo apt-get install -y ${names.join(' ')}`;

async function install(names, logs) {
  const prefix = missing(names).length > 0 && aptCommand();
  if (prefix) await installWithApt(prefix, missing(names), logs);
  return missing(names);
}

/**
 * Installs what is missing, Redis first: it is small and needed first. Resolves when Redis is there, with a promise
 * of the browser, which 'must' be there, 'may' be missing with a word about it, or is not needed ('no').
 */
export async function installPrograms({ logs, browser }) {
  const left = await install(['redis-server'], logs);
  if (left.length > 0) {
    const all = missing(Object.keys(PROGRAMS));
    throw new Failure(`Missing: ${all.join(' and ')}. Install with: ${advice(all)}`);
  }
  const installed = browser === 'no' ? Promise.resolve() : installBrowser({ logs, browser });
  installed.catch(() => undefined); // Whoever needs the browser waits for it later.
  return { browser: installed };
}

async function installBrowser({ logs, browser }) {
  const left = await install(['chromium'], logs);
  if (left.length === 0) return;
  const how = `Install it with: ${advice(left)}`;
  if (browser === 'must') throw new Failure(`The browser journeys need chromium. ${how}`);
  say(`  Without chromium no PDF can be printed. ${how}`);
}

let listsUpdated;

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
      await (listsUpdated ??= apt('update').catch(() => undefined));
      await apt('install', '-y', '--no-install-recommends', ...names);
    });
  } catch (error) {
    say(`  ${error.message}`);
  }
}
