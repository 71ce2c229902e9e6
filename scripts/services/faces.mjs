// Our own two processes, as a production build or in watch mode.
import { join } from 'node:path';
import { inRoot, root } from '../instance/paths.mjs';

/** Whether an address answers 200. */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
const watched = (file) => [tsx, 'watch', '--clear-screen=false', inRoot(file)];

function face({ name, args, healthPort, logs, env }) {
  return {
    name,
    spec: () => ({ command: process.execPath, args, cwd: root, env, log: join(logs, `${name}.log`) }),
    ready: () => answers(`http://127.0.0.1:${healthPort}/health`),
    stop: { signals: ['SIGTERM'], patience: 8000 },
  };
}

// A page is a megabyte of short-lived objects: with room for several, fewer of them are copied before they die.
const youngSpace = '--max-semi-space-size=64';

export function webService({ ports, logs, env, watch }) {
  // Next reloads pages by itself; the server around it is read again on the next start.
  const args = watch
    ? [tsx, inRoot('web/server.ts')]
    : ['--enable-source-maps', youngSpace, inRoot('web/dist/server.mjs')];
  return face({ name: 'web', args, healthPort: ports.web, logs, env });
}

export function workerService({ ports, logs, env, watch }) {
  const args = watch
    ? watched('worker/src/main.ts')
    : ['--enable-source-maps', inRoot('worker/dist/main.mjs')];
  return face({ name: 'worker', args, healthPort: ports.workerOperations, logs, env });
}
