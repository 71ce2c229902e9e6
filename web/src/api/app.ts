import { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import { notFound } from '@countinghouse/core/platform/errors';
import { addDocs } from './docs';
import { createKeyLimit } from './limit';
import { openApiOf } from './openapi';
import { HttpFault } from './problem';
import { operations } from './resources';
import { respond, serveOperation, type ApiContext } from './serve';

export const base = '/api/v1';

export type App = OpenAPIHono<{ Bindings: HttpBindings }>;

const routingPath = (path: string) => base + path.replace(/\{(\w+)\}/g, ':$1');

function addOperations(app: App, rateLimit: number): void {
  const limit = createKeyLimit(rateLimit);
  const methodsOf = new Map<string, string[]>();
  for (const operation of operations) {
    const path = routingPath(operation.path);
    app.on(operation.method.toUpperCase(), path, serveOperation(base, operation, limit));
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), operation.method.toUpperCase()]);
  }
  for (const [path, methods] of methodsOf) {
    const allowed = methods.map((method) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
    app.all(path, (c: ApiContext) =>
      respond(c, path.replace(/:(\w+)/g, '{$1}'), 'method-not-allowed', () => {
        throw new HttpFault('method-not-allowed', `Here work: ${allowed}.`, { Allow: allowed });
      }),
    );
  }
}

function addOpenApi(app: App): void {
  let text: string | undefined;
  app.get(`${base}/openapi.json`, (c: ApiContext) =>
    respond(c, `${base}/openapi.json`, 'openapi', () => {
      text ??= JSON.stringify(openApiOf(app, operations, base));
      return { status: 200, headers: { 'Content-Type': 'application/json' }, raw: text };
    }),
  );
}

/** Everything below `/api`: the operations, their description, and the pages that show it. */
export function createApp(rateLimit: number): App {
  const app: App = new OpenAPIHono<{ Bindings: HttpBindings }>();
  addOperations(app, rateLimit);
  addOpenApi(app);
  addDocs(app);
  app.notFound((c) =>
    respond(c, 'unknown', 'unknown', () => {
      throw notFound('address');
    }),
  );
  return app;
}
