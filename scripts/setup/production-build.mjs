import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../instance/paths.mjs';
import { hashTree } from '../system/hash.mjs';
import { run } from '../system/process.mjs';
import { say, step } from '../system/say.mjs';

const SOURCES = [
  'core',
  'web',
  'worker',
  'scripts/build.mjs',
  'scripts/generate.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const OUTPUTS = ['web/.next/BUILD_ID', 'web/dist/server.mjs', 'worker/dist/main.mjs'];
const stamp = inRoot('web', '.next', 'countinghouse-sources');

const wanted = () => hashTree(root, SOURCES, process.version);

/** Whether the last build was made of exactly these sources. */
export const isBuilt = () =>
  existsSync(stamp) &&
  OUTPUTS.every((file) => existsSync(inRoot(file))) &&
  readFileSync(stamp, 'utf8') === wanted();

/** Builds web and worker for production unless that has been done for these sources. */
export async function ensureBuild({ logs, env, quiet = false }) {
  if (isBuilt()) return;
  if (quiet) return build({ logs, env });
  say('  Building …');
  await step('Built', () => build({ logs, env }));
}

async function build({ logs, env }) {
  const hash = wanted();
  rmSync(stamp, { force: true });
  const args = [inRoot('scripts', 'build.mjs')];
  await run({
    name: 'The build',
    command: process.execPath,
    args,
    cwd: root,
    env,
    log: join(logs, 'build.log'),
  });
  writeFileSync(stamp, hash);
}

/** Generates the database client unless that has been done for this data model. */
export async function ensureGenerated({ logs, env }) {
  const output = inRoot('core', 'src', 'generated');
  const mark = join(output, '.made-of');
  const hash = hashTree(root, ['core/prisma/schema', 'core/package.json', 'scripts/generate.mjs']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  const args = [inRoot('scripts', 'generate.mjs')];
  await run({
    name: 'Generating the database client',
    command: process.execPath,
    args,
    cwd: root,
    env,
    log: join(logs, 'build.log'),
  });
  writeFileSync(mark, hash);
}

/** Next's own types, which `tsc` expects and a fresh clone has not. */
export async function ensureRouteTypes({ logs, env }) {
  const args = [inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'typegen'];
  await run({
    name: 'next typegen',
    command: process.execPath,
    args,
    cwd: inRoot('web'),
    env,
    log: join(logs, 'typegen.log'),
  });
}
