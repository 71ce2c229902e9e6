// Starts the servers that the product is compared with, for as long as a row needs them.
import { cpSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from '../../instance/paths.mjs';
import { nextSettings } from '../../instance/settings.mjs';
import { anyFreePorts } from '../../system/ports.mjs';
import { launch, run, stop } from '../../system/process.mjs';
import { Failure, step } from '../../system/say.mjs';

const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');

const listens = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(Boolean(socket.destroy())));
    socket.once('error', () => resolve(false));
  });

/** Runs `work(port)` beside a server, and stops that afterwards. */
async function beside({ name, cwd, args, instance }, work) {
  const [port] = await anyFreePorts(1);
  const env = {
    ...instance.env,
    ...nextSettings,
    PORT: String(port),
    BARE_PORT: String(port),
    BARE_DATABASE_URL: instance.adminUrl,
  };
  const log = join(instance.logs, `${name}.log`);
  const handle = launch({ name, command: process.execPath, args: args(port), cwd, env, log });
  try {
    for (const end = Date.now() + 30_000; !(await listens(port)); await delay(100)) {
      if (handle.done || Date.now() > end) throw new Failure(`${name} did not start, see ${log}`);
    }
    return await work(port);
  } finally {
    await stop(handle);
  }
}

/** node:http and pg alone. */
export const besideBareServer = (instance, work) => {
  const args = () => [inRoot('scripts', 'bench', 'bare', 'order-server.mjs')];
  return beside({ name: 'bare-server', cwd: inRoot(), args, instance }, work);
};

/** A Next page alone, built from scripts/bench/bare-next with this repository's packages. */
export async function besideBareNext(instance, work) {
  const cwd = join(instance.dir, 'bare-next');
  rmSync(join(cwd, 'app'), { recursive: true, force: true });
  cpSync(inRoot('scripts', 'bench', 'bare-next'), cwd, { recursive: true });
  cpSync(inRoot('scripts', 'bench', 'bare', 'statements.mjs'), join(cwd, 'app', 'statements.mjs'));
  const env = { ...instance.env, ...nextSettings, NODE_ENV: 'production' };
  const log = join(instance.logs, 'bare-next-build.log');
  await step('Built the bare Next page', () =>
    run({ name: 'next build', command: process.execPath, args: [next, 'build'], cwd, env, log }),
  );
  const args = (port) => [next, 'start', '-p', String(port), '-H', '127.0.0.1'];
  return beside({ name: 'bare-next', cwd, args, instance }, work);
}
