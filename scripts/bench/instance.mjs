// The product as it is measured: a production build, durable Postgres, its own data directory and free ports.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../instance/local.mjs';
import { inRoot } from '../instance/paths.mjs';
import { secretsOf } from '../instance/secrets.mjs';
import { databaseUrls, environment, settingsOf } from '../instance/settings.mjs';
import { prepareDatabase } from '../services/database.mjs';
import { webService, workerService } from '../services/faces.mjs';
import { postgresService } from '../services/postgres.mjs';
import { redisService } from '../services/redis.mjs';
import { anyFreePorts } from '../system/ports.mjs';
import { step } from '../system/say.mjs';
import { ask } from './product/ask.mjs';

export const benchDir = inRoot('.data', 'bench');
export const logs = join(benchDir, 'logs');

/** Limits stay on, but a load test needs more than one person may ask for. */
const RATE_LIMIT = 10_000_000;

/** Data of another size is thrown away; data of the same size is used again. */
function keepDataOf(scale) {
  const mark = join(benchDir, 'scale');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === String(scale)) return;
  for (const name of ['postgres', 'redis', 'objects']) {
    rmSync(join(benchDir, name), { recursive: true, force: true });
  }
  writeFileSync(mark, String(scale));
}

/** Ports, settings and addresses; nothing runs yet. */
export async function describeInstance({ scale }) {
  mkdirSync(logs, { recursive: true });
  keepDataOf(scale);
  const [web, postgres, redis, operations, workerOperations] = await anyFreePorts(5);
  const ports = { web, postgres, redis, operations, workerOperations };
  const secrets = secretsOf(benchDir);
  const settings = settingsOf({ dataDir: benchDir, ports, secrets, mode: 'production' });
  const env = environment({ ...settings, API_RATE_LIMIT: RATE_LIMIT });
  const adminUrl = new URL(databaseUrls(ports, secrets).POSTGRES_ADMIN_URL);
  adminUrl.pathname = '/countinghouse';
  return { dir: benchDir, logs, ports, secrets, env, adminUrl: adminUrl.href };
}

async function startStores({ dir, ports, secrets, env }, supervisor) {
  const context = { dataDir: dir, logs, env };
  await Promise.all([
    supervisor.start(postgresService({ ...context, port: ports.postgres, secrets })),
    supervisor.start(redisService({ ...context, port: ports.redis })),
  ]);
  await prepareDatabase(databaseUrls(ports, secrets).POSTGRES_ADMIN_URL, secrets);
}

/** The web process, writing where its time went to .data/bench/profiles when it stops. */
function profiled(service) {
  const dir = join(benchDir, 'profiles');
  const spec = () => {
    const plain = service.spec();
    return { ...plain, args: ['--cpu-prof', `--cpu-prof-dir=${dir}`, ...plain.args] };
  };
  return { ...service, spec, stop: { signals: ['SIGTERM'], patience: 30_000 } };
}

/** Starts the stores and fills them. */
export async function fillStores(instance, { supervisor, scale }) {
  await step('Started Postgres and Redis', () => startStores(instance, supervisor));
  await step('Database is up to date', () => cli('migrate', instance));
  await step('The data set is there', () => cli(`seed --benchmark --scale ${scale}`, instance));
}

/** Starts what is measured; adds the keys and the session that the rows need. */
export async function startFaces(instance, { supervisor, profile }) {
  const web = webService({ ...instance, watch: false });
  await step('Started web and worker', () =>
    Promise.all([
      supervisor.start(profile ? profiled(web) : web),
      supervisor.start(workerService({ ...instance, watch: false })),
    ]),
  );
  return { ...instance, ...(await ask('accounts', instance)) };
}

/** The process id of a service of this instance. */
export const pidOf = (name) =>
  JSON.parse(readFileSync(join(benchDir, 'run', `${name}.pid.json`), 'utf8')).pid;
