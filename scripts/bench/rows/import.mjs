// The retail file into orders, lines, customers, products and audit, against COPY of its raw rows into a bare table.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { copyIn } from '../bare/copy.mjs';
import { show } from '../figures.mjs';
import { inRoot, root } from '../../instance/paths.mjs';
import { retailFile } from '../retail-file.mjs';

const GOAL = 8_000;
const LONGEST_MS = 600_000;

async function command(instance, args, signal) {
  const run = promisify(execFile);
  const file = inRoot('scripts', 'cli.mjs');
  const options = { cwd: root, env: instance.env, timeout: LONGEST_MS, signal };
  const { stdout } = await run(process.execPath, [file, ...args], options);
  return stdout;
}

let made = 0;
/** A new company, because the same file a second time changes nothing. */
async function emptyCompany(instance) {
  const slug = `bench-import-${Date.now().toString(36)}-${(made += 1)}`;
  const place = ['--currency', 'GBP', '--timezone', 'Europe/London', '--owner', 'owner@bench-01.test'];
  await command(instance, ['tenant', 'create', '--slug', slug, '--name', slug, ...place]);
  return slug;
}

/** Imports the file into a new company through the operator's command; seconds, and what it printed. */
export async function importOnce(instance, { file }, signal) {
  const slug = await emptyCompany(instance);
  const started = performance.now();
  const printed = await command(instance, ['import', 'orders', '--tenant', slug, file], signal);
  return { seconds: (performance.now() - started) / 1000, printed };
}

export async function measureImport(instance) {
  const source = await retailFile(instance.dir);
  const bare = await copyIn(instance, source.file, source.columns);
  const { seconds, printed } = await importOnce(instance, source);
  const rate = source.lines / seconds;
  const kind = source.real ? 'the real file' : 'a made file';
  return [
    {
      what: `import: ${kind}, ${source.lines.toLocaleString('en')} lines`,
      measured: `${show(seconds, 's')} (${show(rate, 'lines/s')})`,
      ceiling: show(bare, 's'),
      ratio: Math.round(seconds / bare),
      goal: `≥ ${GOAL.toLocaleString('en')} lines/s`,
      ok: rate >= GOAL,
      details: { seconds, rate, bare, printed },
    },
  ];
}
