// What one instance (the demo, or the one that tests use) is made of: where it keeps its data, its ports, its settings.
import { join } from 'node:path';
import { findChromium } from '../services/chromium.mjs';
import { freePortNear } from '../system/ports.mjs';
import { say } from '../system/say.mjs';

const OFFSETS = { postgres: 2432, redis: 3379, operations: 6464, workerOperations: 7464 };

/**
 * Ports of the services that belong to a web port: 5432, 6379, 9464 and 10464 beside 3000. Where another program
 * holds one of them a free one is taken instead; `.data/demo.env` always has the real ones.
 */
export async function portsBeside(webPort) {
  const ports = { web: webPort };
  for (const [name, offset] of Object.entries(OFFSETS)) {
    ports[name] = await freePortNear(webPort + offset);
    if (ports[name] === webPort + offset) continue;
    say(`  Port ${webPort + offset} is taken by another program; ${name} uses ${ports[name]}`);
  }
  return ports;
}

/** Connection strings of the roles of an instance. */
export function databaseUrls(ports, secrets) {
  const url = (role, password, database) =>
    `postgresql://${role}:${password}@127.0.0.1:${ports.postgres}/${database}`;
  return {
    DATABASE_URL: url('countinghouse_app', secrets.appPassword, 'countinghouse'),
    DATABASE_OWNER_URL: url('countinghouse_owner', secrets.ownerPassword, 'countinghouse'),
    POSTGRES_ADMIN_URL: url('postgres', secrets.postgresPassword, 'postgres'),
  };
}

/** Next neither calls home nor rewrites our lockfile. */
export const nextSettings = { NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' };

/** The settings that web, worker and the operator commands of an instance run with. */
export function settingsOf({ dataDir, ports, secrets, mode }) {
  const { DATABASE_URL, DATABASE_OWNER_URL } = databaseUrls(ports, secrets);
  const address = `http://localhost:${ports.web}`;
  return {
    NODE_ENV: mode,
    COUNTINGHOUSE_DEMO: '1',
    DATABASE_URL,
    DATABASE_OWNER_URL,
    REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
    PORT: ports.web,
    OPERATIONS_PORT: ports.operations,
    WORKER_OPERATIONS_PORT: ports.workerOperations,
    OPERATIONS_TOKEN: secrets.operationsToken,
    BASE_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    ...nextSettings,
    STORAGE_DIR: join(dataDir, 'objects'),
    CHROMIUM_PATH: findChromium() ?? '/usr/bin/chromium',
  };
}

const INHERITED =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TZ|LANG|LC_\w+|CI|NO_COLOR|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|LOG_LEVEL|SMTP_URL|MAIL_FROM|\w+_RATE_LIMIT|S3_\w+|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)$/;

/** The environment of a child: what the machine needs, what may be chosen, and the settings; nothing that strayed in. */
export function environment(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
  const own = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries([...inherited, ...own]);
}
