import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** One process of ours that a test may kill. */
export class Killable {
  private child: ChildProcess | undefined;

  constructor(
    private readonly command: string,
    private readonly args: readonly string[],
    private readonly env: NodeJS.ProcessEnv = {},
  ) {}

  start(): void {
    const { command, args, env } = this;
    this.child = spawn(command, args, { cwd: repository, env: { ...process.env, ...env }, stdio: 'ignore' });
  }

  /** As `kill -9` does: it cannot say good-bye to anyone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

/** A Redis of the test's own, set up as in production. */
export async function ownRedis(): Promise<Killable & { url: string; flush(): Promise<void> }> {
  const program = ['redis-server', 'valkey-server'].find((name) => !spawnSync(name, ['--version']).error);
  if (!program) throw new Error('neither redis-server nor valkey-server is installed');
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'countinghouse-redis-'));
  const options = { port, bind: '127.0.0.1', dir, appendonly: 'yes', 'maxmemory-policy': 'noeviction' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const redis = new Killable(program, [...args, '--save', '']);
  redis.start();
  const url = `redis://127.0.0.1:${port}/0`;
  const flush = async () => {
    const client = new Redis(url);
    // It may still be starting; the client tries again by itself.
    client.on('error', () => undefined);
    await client.flushall();
    client.disconnect();
  };
  return Object.assign(redis, { url, flush });
}

/** The worker as it runs in production, on the database of this test. */
export async function ownWorker(redisUrl: string): Promise<Killable> {
  const env = { REDIS_URL: redisUrl, WORKER_OPERATIONS_PORT: String(await freePort()) };
  return new Killable(process.execPath, ['--import', 'tsx', 'worker/src/main.ts'], env);
}
