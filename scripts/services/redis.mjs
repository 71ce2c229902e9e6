import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '../system/programs.mjs';

export const findRedis = () => findProgram(['redis-server', 'valkey-server']);

/** Redis as the queue needs it: append-only file, nothing evicted, reachable from this machine only. */
export function redisService({ dataDir, port, logs, env }) {
  const dir = join(dataDir, 'redis');
  const options = {
    port,
    bind: '127.0.0.1',
    dir,
    daemonize: 'no',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    save: '',
  };
  return {
    name: 'redis',
    store: true,
    spec: () => {
      mkdirSync(dir, { recursive: true });
      return {
        command: findRedis(),
        args: Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
        cwd: dir,
        env,
        log: join(logs, 'redis.log'),
      };
    },
    ready: () => answersPing(port),
    stop: { signals: ['SIGTERM'], patience: 5000 },
  };
}

/** Whether Redis has read its files and answers. */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 1000 });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => finish(data.toString().startsWith('+PONG')));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}
