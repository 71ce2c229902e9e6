import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOf, identityOf } from '../system/identity.mjs';
import { stopStranger } from '../system/lock.mjs';
import { run } from '../system/process.mjs';
import { makePrivate, placePostgres } from './postgres-place.mjs';

const COMMON = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '512MB',
  effective_cache_size: '1536MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  jit: 'off',
  random_page_cost: '1.1',
  checkpoint_completion_target: '0.9',
  log_min_duration_statement: '2s',
};
const DURABLE = { fsync: 'on', synchronous_commit: 'on' };
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
};

/** Small containers have 64 MB of /dev/shm, too little for parallel queries. */
function sharedMemory() {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return {};
  const { bsize, blocks } = statfsSync('/dev/shm');
  return bsize * blocks < 256 * 1024 * 1024 ? { dynamic_shared_memory_type: 'sysv' } : {};
}

/** Postgres 17 from npm; `durable: false` gives up safety against a power cut, for tests. */
export function postgresService({ dataDir, port, logs, env, secrets, durable = true }) {
  const place = placePostgres(dataDir);
  const log = join(logs, 'postgres.log');
  const options = { port, ...COMMON, ...(durable ? DURABLE : FORGETFUL), ...sharedMemory() };
  return {
    name: 'postgres',
    store: true,
    prepare: () => initialise(place, secrets.postgresPassword, { env, log }),
    spec: async () => {
      await clearStalePid(place.data);
      const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      return {
        command: join(place.bin, 'postgres'),
        args: ['-D', place.data, ...flags],
        cwd: '/',
        env,
        log,
        user: place.user,
      };
    },
    ready: () =>
      existsSync(join(place.data, 'postmaster.pid')) &&
      readFileSync(join(place.data, 'postmaster.pid'), 'utf8').includes('ready'),
    stop: { signals: ['SIGINT', 'SIGQUIT'], patience: 5000 },
  };
}

/** Creates the cluster once; a half-made one of an interrupted first run is thrown away. */
async function initialise({ data, bin, user }, password, { env, log }) {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  makePrivate(fresh, user);
  const passwordFile = join(dirname(fresh), `password.${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = [
    '-D',
    fresh,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  try {
    mkdirSync(dirname(log), { recursive: true });
    await run({
      name: 'Creating the database cluster',
      command: join(bin, 'initdb'),
      args,
      cwd: '/',
      env,
      log,
      user,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, data);
}

/** After a kill -9 the pid file stays; its number may be nobody's, another program's, or that of a server still up. */
async function clearStalePid(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(data)) await stopStranger({ pid, identity: identityOf(pid) }, 'SIGINT');
  rmSync(file, { force: true });
}
