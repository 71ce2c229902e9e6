import { runInBackground } from '@countinghouse/core/platform/background';
import { config, ConfigError } from '@countinghouse/core/platform/config';
import { closeDb } from '@countinghouse/core/platform/db';
import { startOperationsServer, stopBeingReady } from '@countinghouse/core/platform/health';
import { log } from '@countinghouse/core/platform/log';
import { objects } from '@countinghouse/core/platform/objects';
import { closeRedis } from '@countinghouse/core/platform/queues';
import { closePrinter } from './adapters/chromium';
import { createRegistry } from './registry';
import { sweeps } from './sweeps';
import { Background } from './worker';

async function main(): Promise<void> {
  config();
  runInBackground();
  await objects().prepare();
  const background = new Background(createRegistry(), sweeps);
  await background.start((error) => {
    log().fatal({ err: error }, 'the worker lost its lock session');
    process.exit(1);
  });
  const operations = await startOperationsServer(undefined, { port: config().WORKER_OPERATIONS_PORT });
  log().info({ operation: 'worker.start', success: true }, 'worker ready');

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    stopBeingReady();
    log().info({ operation: 'worker.stop', signal }, 'worker stopping');
    void background
      .stop()
      .then(() => Promise.all([operations.close(), closePrinter(), closeDb(), closeRedis()]))
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log().fatal({ err: error }, 'the worker cannot start');
  process.exit(1);
});
