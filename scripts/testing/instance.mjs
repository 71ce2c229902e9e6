// The services that tests run against: their own data, their own free ports, beside whatever else runs here.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../instance/local.mjs';
import { secretsOf } from '../instance/secrets.mjs';
import { databaseUrls, environment, nextSettings, settingsOf } from '../instance/settings.mjs';
import { prepareDatabase } from '../services/database.mjs';
import { webService, workerService } from '../services/faces.mjs';
import { minioService } from '../services/minio.mjs';
import { postgresService } from '../services/postgres.mjs';
import { redisService } from '../services/redis.mjs';
import { anyFreePorts } from '../system/ports.mjs';
import { say } from '../system/say.mjs';

/** Everything a test instance is made of; nothing runs yet. Data of an earlier run is thrown away. */
export async function testInstance({ dir, logs }) {
  for (const name of ['postgres', 'redis', 'objects', 'minio']) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
  const [web, postgres, redis, operations, workerOperations, minio] = await anyFreePorts(6);
  const ports = { web, postgres, redis, operations, workerOperations, minio };
  const secrets = secretsOf(dir);
  const settings = settingsOf({ dataDir: dir, ports, secrets, mode: 'production' });
  const store = foreignStore() ?? minioService({ dir, port: minio, logs });
  return { dir, logs, ports, secrets, settings, store };
}

/** The S3 store that TEST_S3_* or S3_* of the caller name, if any. */
function foreignStore() {
  const names = ['ENDPOINT', 'REGION', 'PATH_STYLE', 'ACCESS_KEY', 'SECRET_KEY'];
  const given = names.map((name) => [
    `S3_${name}`,
    process.env[`TEST_S3_${name}`] ?? process.env[`S3_${name}`],
  ]);
  const settings = Object.fromEntries(given.filter(([, value]) => value));
  return settings.S3_ENDPOINT ? { settings } : undefined;
}

const withoutS3 = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('S3_')));

/** The environments of the steps: without services, with the stores, and with the whole product. */
/** Logs are read as plain text. */
process.env.NO_COLOR ??= '1';

export function environmentsOf({ dir, ports, secrets, settings, store }) {
  const { POSTGRES_ADMIN_URL } = databaseUrls(ports, secrets);
  const plain = environment({ ...nextSettings, CHROMIUM_PATH: settings.CHROMIUM_PATH });
  const { COUNTINGHOUSE_DEMO: _demo, ...rest } = settings;
  const s3 = Object.entries(store?.settings ?? {}).map(([name, value]) => [`TEST_${name}`, value]);
  const own = withoutS3(environment({ ...rest, NODE_ENV: 'test', POSTGRES_ADMIN_URL }));
  const stores = { ...own, ...Object.fromEntries(s3) };
  const product = { ...withoutS3(environment(settings)), POSTGRES_ADMIN_URL, RUN_DIR: join(dir, 'run') };
  return { plain, stores, product };
}

export async function startStores({ dir, ports, logs, secrets, store }, { supervisor, env }) {
  const context = { dataDir: dir, logs, env: env.plain };
  await Promise.all([
    supervisor.start(postgresService({ ...context, port: ports.postgres, secrets, durable: false })),
    supervisor.start(redisService({ ...context, port: ports.redis })),
    store?.service && supervisor.start(store.service),
  ]);
  await prepareDatabase(databaseUrls(ports, secrets).POSTGRES_ADMIN_URL, secrets);
  if (!store) {
    say('  NOTE: no S3_ENDPOINT and no minio program here, so the S3 suite is skipped');
  }
}

/** The production build with the demo company, as `make demo` would show it. */
export async function startProduct({ ports, logs }, { supervisor, env }) {
  await cli('migrate', { logs, env: env.product });
  await cli('seed demo', { logs, env: env.product });
  const context = { ports, logs, env: env.product, watch: false };
  await Promise.all([supervisor.start(workerService(context)), supervisor.start(webService(context))]);
}
