import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveOperations, serveReadiness, type HealthCheck } from '@countinghouse/core/platform/health';
import { sameText } from '@countinghouse/core/platform/tokens';

const guarded = new Set(['/health/detailed', '/health/queues', '/metrics']);

function holdsToken(incoming: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  return token !== undefined && given !== undefined && sameText(given, token);
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end('{"error":"There is nothing here."}');
}

/**
 * Health and metrics on the public port: everyone may ask whether we are well; the rest is there for holders
 * of the operations token and for nobody else. @returns whether the path was one of these
 */
export function serveOperationsDoor(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  {
    operationsToken,
    checks,
  }: { operationsToken?: string | undefined; checks?: readonly HealthCheck[] | undefined },
): Promise<void> | undefined {
  if (path === '/health') {
    serveReadiness(outgoing);
    return Promise.resolve();
  }
  if (!guarded.has(path)) return undefined;
  if (holdsToken(incoming, operationsToken)) return serveOperations(incoming, outgoing, checks);
  refuse(outgoing);
  return Promise.resolve();
}
