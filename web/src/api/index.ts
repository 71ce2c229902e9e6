import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { config } from '@countinghouse/core/platform/config';
import type { HealthCheck } from '@countinghouse/core/platform/health';
import { createApp } from './app';
import { createObjectDoor } from './object-door';
import { serveOperationsDoor } from './operations-door';

/** Everything outside Next: REST and its documentation, health and metrics, objects kept on disk. */
export interface Api {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends what the API has open. Requests that run are the HTTP server's to wait for. */
  close(): Promise<void>;
}

interface ApiOptions {
  /** Requests of one key in a minute; the setting where absent. */
  rateLimit?: number;
  /** What opens metrics and detailed health; the setting where absent. */
  operationsToken?: string;
  /** What `/health/detailed` looks at. */
  checks?: readonly HealthCheck[];
}

const unreadable = () =>
  new Response('{"title":"The request cannot be read","status":400,"code":"malformed"}', {
    status: 400,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** Makes the REST API with its documentation and the health paths, for a `node:http` server. */
export function createApi(options: ApiOptions = {}): Api {
  const {
    rateLimit = config().API_RATE_LIMIT,
    operationsToken = config().OPERATIONS_TOKEN,
    checks,
  } = options;
  // Next runs in this process and brings its own Request and Response: the global ones stay as they are.
  const listen = getRequestListener(createApp(rateLimit).fetch, {
    overrideGlobalObjects: false,
    errorHandler: unreadable,
  });
  const serveObject = createObjectDoor();
  return {
    handle: (request, response) => {
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      if (path.startsWith('/objects/')) return serveObject(request, response);
      return (
        serveOperationsDoor(request, response, path, { operationsToken, checks }) ?? listen(request, response)
      );
    },
    close: () => Promise.resolve(),
  };
}
