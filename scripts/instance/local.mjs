// `make demo` and `make dev`: the whole product on this machine until a signal comes.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabase } from '../services/database.mjs';
import { webService, workerService } from '../services/faces.mjs';
import { postgresService } from '../services/postgres.mjs';
import { redisService } from '../services/redis.mjs';
import { requireNode } from '../setup/node.mjs';
import { installPackages } from '../setup/npm-packages.mjs';
import { ensureBuild, ensureGenerated } from '../setup/production-build.mjs';
import { installPrograms } from '../setup/system-packages.mjs';
import { Supervisor } from '../supervisor.mjs';
import { stopLeftovers, takeLock } from '../system/lock.mjs';
import { isFree, parsePort } from '../system/ports.mjs';
import { endAll, killAll, run } from '../system/process.mjs';
import { onStopSignal } from '../system/signals.mjs';
import { Failure, report, say, seconds, step } from '../system/say.mjs';
import { writeEnvFile } from './env-file.mjs';
import { inRoot, root } from './paths.mjs';
import { secretsOf } from './secrets.mjs';
import { databaseUrls, environment, portsBeside, settingsOf } from './settings.mjs';

const dataDir = inRoot('.data');
const logs = join(dataDir, 'logs');

/** Runs the product; `watch` is the developer's variant. Resolves when everything is up. */
export async function runLocal({ command, watch }) {
  const started = Date.now();
  let stopping = false;
  const supervisor = new Supervisor({ dataDir, onFailure: (reason) => void fail(reason) });
  let release = () => {};
  const shutDown = async () => {
    stopping = true;
    if (supervisor.isRunning) say('\nStopping …');
    await supervisor.stop();
    await endAll();
    release();
    if (supervisor.isRunning) say('Stopped.');
  };
  const fail = async (error) => {
    if (stopping) return;
    stopping = true;
    report(error instanceof Error ? error : new Failure(error));
    await shutDown();
    process.exit(1);
  };
  onStopSignal(shutDown, () => {
    killAll();
    process.exit(137);
  });
  try {
    requireNode();
    const port = parsePort(process.env.PORT || undefined);
    prepareFolder();
    release = takeLock(dataDir, `make ${command} at http://localhost:${port}`);
    await stopLeftovers(dataDir);
    await requireFree(port, command);
    say(`Countinghouse: ${watch ? 'starting for development' : 'starting the demo'}`);
    await bringUp({ port, watch, supervisor });
    say(welcome(port, seconds(Date.now() - started)));
  } catch (error) {
    await fail(error);
  }
}

function prepareFolder() {
  try {
    mkdirSync(logs, { recursive: true });
    accessSync(logs, constants.W_OK);
  } catch {
    throw new Failure(
      `${dataDir} cannot be written to; it may belong to another user. Remove it or change its owner.`,
    );
  }
}

async function requireFree(port, command) {
  if (await isFree(port)) return;
  throw new Failure(
    `Port ${port} is taken by another program. Choose another: PORT=${port + 100} make ${command}`,
  );
}

async function bringUp({ port, watch, supervisor }) {
  const [, { browser }] = await Promise.all([
    installPackages({ logs }),
    installPrograms({ logs, browser: 'may' }),
  ]);
  const ports = await portsBeside(port);
  const secrets = secretsOf(dataDir);
  const settings = settingsOf({ dataDir, ports, secrets, mode: watch ? 'development' : 'production' });
  writeEnvFile(join(dataDir, 'demo.env'), settings);
  const env = environment(settings);
  const context = { dataDir, ports, logs, env, watch };
  await ensureGenerated({ logs, env });
  await Promise.all([
    watch ? undefined : ensureBuild({ logs, env }),
    startStores({ ...context, secrets, supervisor }),
    browser,
  ]);
  await step('Started web and worker', () =>
    Promise.all([supervisor.start(workerService(context)), supervisor.start(webService(context))]),
  );
}

async function startStores({ dataDir, ports, logs, env, secrets, supervisor }) {
  await step('Started Postgres and Redis', async () => {
    const postgres = postgresService({ dataDir, port: ports.postgres, logs, env, secrets });
    const redis = redisService({ dataDir, port: ports.redis, logs, env });
    await Promise.all([supervisor.start(postgres), supervisor.start(redis)]);
    await prepareDatabase(databaseUrls(ports, secrets).POSTGRES_ADMIN_URL, secrets);
  });
  await step('Database is up to date', () => cli('migrate', { logs, env }));
  await step('Demo company is there', () => cli('seed demo', { logs, env }));
}

/** Runs one operator command; its output is shown only when it fails. */
export function cli(line, { logs, env }) {
  const args = [inRoot('scripts', 'cli.mjs'), ...line.split(' ')];
  return run({
    name: `cli ${line}`,
    command: process.execPath,
    args,
    cwd: root,
    env,
    log: join(logs, 'cli.log'),
  });
}

const welcome = (port, took) => `
Ready: http://localhost:${port}   (${took})

  Sign in as          password
  owner@demo.test     countinghouse-demo
  manager@demo.test   countinghouse-demo
  viewer@demo.test    countinghouse-demo

  Settings: .data/demo.env   Logs: .data/logs   Stop: Ctrl-C`;
