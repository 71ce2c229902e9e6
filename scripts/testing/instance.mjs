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
  return { dir, logs, ports, secrets, settings, store: minioService({ dir, port: minio, logs }) };
}

/** The environments of the steps: without services, with the stores, and with the whole product. */
export function environmentsOf({ dir, ports, secrets, settings, store }) {
  const { POSTGRES_ADMIN_URL } = databaseUrls(ports, secrets);
  const plain = environment({ ...nextSettings, CHROMIUM_PATH: settings.CHROMIUM_PATH });
  const { COUNTINGHOUSE_DEMO: _demo, ...rest } = settings;
  const stores = environment({ ...rest, ...store?.settings, NODE_ENV: 'test', POSTGRES_ADMIN_URL });
  const withoutS3 = Object.entries(environment(settings)).filter(([name]) => !name.startsWith('S3_'));
  const product = { ...Object.fromEntries(withoutS3), POSTGRES_ADMIN_URL, RUN_DIR: join(dir, 'run') };
  return { plain, stores, product };
}

export async function startStores({ dir, ports, logs, secrets, store }, { supervisor, env }) {
  const context = { dataDir: dir, logs, env: env.plain };
  await Promise.all([
    supervisor.start(postgresService({ ...context, port: ports.postgres, secrets, durable: false })),
    supervisor.start(redisService({ ...context, port: ports.redis })),
    store && supervisor.start(store.service),
  ]);
  await prepareDatabase(databaseUrls(ports, secrets).POSTGRES_ADMIN_URL, secrets);
  if (!store && !process.env.S3_ENDPOINT) {
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
