import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announceDemand } from '@countinghouse/core/platform/background';
import { ConfigError } from '@countinghouse/core/platform/config';
import { startOperationsServer, stopBeingReady } from '@countinghouse/core/platform/health';
import { log } from '@countinghouse/core/platform/log';
import next from 'next';
import { createApi } from './src/api';
import { createStop } from './src/server/graceful-stop';
import { createHttpServer } from './src/server/http-server';
import { measured } from './src/server/measured';
import { webSettings } from './src/server/settings';

const stopDeadlineMs = 20_000;
/** Behind a proxy the old process keeps answering for a moment, until the health check has seen it leave. */
const noticeBehindProxyMs = 5_000;
const hotReloadPath = '/_next/webpack-hmr';

/** The folder of the web package, from its source or from a bundle one level below. */
function webFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return existsSync(join(here, 'next.config.ts')) ? here : dirname(here);
}

async function main(): Promise<void> {
  const settings = webSettings();
  // Next attaches its own upgrade listener; on a server that never listens, ours decides what reaches it.
  const nextUpgrades = createServer();
  const app = next({
    dev: settings.dev,
    dir: webFolder(),
    port: settings.port,
    hostname: settings.publicUrl.hostname,
    httpServer: nextUpgrades,
    quiet: true,
  });
  const api = createApi();
  let stopping = false;
  await app.prepare();
  const operations = await startOperationsServer();
  const demand = announceDemand();

  const server = createHttpServer(settings, {
    api,
    next: measured(app.getRequestHandler()),
    upgrade: (request, socket, head) =>
      settings.dev &&
      (request.url?.startsWith(hotReloadPath) ?? false) &&
      nextUpgrades.emit('upgrade', request, socket, head),
    isStopping: () => stopping,
    onError: (error, requestId) => log().error({ err: error, requestId }, 'a request failed unexpectedly'),
  });
  const stop = createStop({
    server,
    noticeMs: settings.trustedProxies > 0 ? noticeBehindProxyMs : 0,
    deadlineMs: stopDeadlineMs,
    onStopping: () => {
      stopping = true;
      stopBeingReady();
      log().info('web is stopping');
    },
    close: async () => {
      demand.stop();
      await api.close();
      await operations.close();
      await app.close();
    },
    exit: (code) => process.exit(code),
  });
  server.on('error', (error) => {
    process.stderr.write(`The web server cannot listen on port ${settings.port}: ${error.message}\n`);
    process.exit(1);
  });
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  server.listen(settings.port, settings.host, () =>
    log().info({ port: settings.port, url: settings.publicUrl.origin }, 'web is ready'),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
});
