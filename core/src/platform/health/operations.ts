import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log';
import { metricsText } from '../metrics';
import { outboxState, queueStates } from '../metrics/state';
import { runChecks, type HealthCheck } from './checks';
import { sendJson, serveReadiness } from './readiness';

async function sendMetrics(response: ServerResponse): Promise<void> {
  const { contentType, text } = await metricsText();
  response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  response.end(text);
}

async function answer(
  path: string,
  response: ServerResponse,
  checks?: readonly HealthCheck[],
): Promise<void> {
  switch (path) {
    case '/health':
      return serveReadiness(response);
    case '/health/detailed': {
      const report = await runChecks(checks);
      return sendJson(response, report.status === 'ok' ? 200 : 503, report);
    }
    case '/health/queues': {
      const [queues, outbox] = await Promise.all([queueStates(), outboxState()]);
      return sendJson(response, 200, { queues, outbox });
    }
    case '/metrics':
      return sendMetrics(response);
    default:
      return sendJson(response, 404, { error: 'There is nothing here.' });
  }
}

/**
 * Answers `/health`, `/health/detailed`, `/health/queues` and `/metrics`. The caller has made sure that
 * whoever asks may know: internal port or operations token. Never rejects.
 */
export async function serveOperations(
  request: IncomingMessage,
  response: ServerResponse,
  checks?: readonly HealthCheck[],
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendJson(response, 405, { error: 'Only GET works here.' });
  }
  try {
    await answer(path, response, checks);
  } catch (error) {
    log().error({ err: error, operation: path }, 'operations request failed');
    if (response.headersSent) response.destroy();
    else sendJson(response, 503, { error: 'The state cannot be read right now.' });
  }
}
