import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { config } from '../config';
import { log } from '../log';
import { metrics } from '../metrics';
import type { HealthCheck } from './checks';
import { serveOperations } from './operations';

export interface OperationsServer {
  readonly port: number;
  close(): Promise<void>;
}

interface OperationsOptions {
  /** Port of the web process where absent; 0 takes a free one. */
  port?: number;
  host?: string;
}

/**
 * Opens the internal port with metrics and detailed health; web and worker each have one. It has no
 * authentication, so it belongs on a network that only operators reach.
 * @throws when the port is taken
 */
export async function startOperationsServer(
  checks?: readonly HealthCheck[],
  { port = config().OPERATIONS_PORT, host = config().OPERATIONS_HOST }: OperationsOptions = {},
): Promise<OperationsServer> {
  // Made now, so that process metrics count from the start and not from the first scrape.
  metrics();
  const server = createServer((request, response) => void serveOperations(request, response, checks));
  server.listen(port, host);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  log().info({ operation: 'operations.listen', host, port: bound }, 'internal port is open');
  return {
    port: bound,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
