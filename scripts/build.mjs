// The production build: database client, Next, and one bundle each for the two processes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './instance/paths.mjs';
import { nextSettings } from './instance/settings.mjs';

function node(args, cwd) {
  const env = { ...process.env, ...nextSettings, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

node([inRoot('scripts', 'generate.mjs')], inRoot());
node([inRoot('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], inRoot('web'));
// The first-load JavaScript of every page, against its limit.
node([inRoot('web', 'scripts', 'bundle-size.mjs')], inRoot('web'));

const { build } = await import('esbuild');

// Packages stay outside and are loaded from node_modules; core is ours and consumed from source.
const packages = ['core', 'web', 'worker'].flatMap((workspace) =>
  Object.keys(JSON.parse(readFileSync(inRoot(workspace, 'package.json'), 'utf8')).dependencies),
);
const external = [...new Set(packages)]
  .filter((name) => name !== '@countinghouse/core')
  .flatMap((name) => [name, `${name}/*`]);

const bundle = (entry, outfile) =>
  build({
    entryPoints: [inRoot(entry)],
    outfile: inRoot(outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    external,
    logLevel: 'warning',
  });

await bundle('web/server.ts', 'web/dist/server.mjs');
await bundle('worker/src/main.ts', 'worker/dist/main.mjs');
