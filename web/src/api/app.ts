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
  for (const operation of operations) {
    app.on(
      operation.method.toUpperCase(),
      routingPath(operation.path),
      serveOperation(base, operation, limit),
    );
  }
}

/** What works at each address; told to those who try something else. */
function methodsByPath(): { path: string; pattern: RegExp; allowed: string }[] {
  const methods = new Map<string, string[]>();
  for (const { path, method } of operations) {
    methods.set(path, [...(methods.get(path) ?? []), method === 'get' ? 'GET, HEAD' : method.toUpperCase()]);
  }
  return [...methods].map(([path, allowed]) => ({
    path: base + path,
    pattern: new RegExp(`^${base}${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    allowed: allowed.join(', '),
  }));
}

// Not routes of their own: with two handlers for a path, Hono would chain them for every request.
function addUnknown(app: App): void {
  const known = methodsByPath();
  app.notFound((c) => {
    const found = known.find(({ pattern }) => pattern.test(c.req.path));
    return respond(c, found?.path ?? 'unknown', found ? 'method-not-allowed' : 'unknown', () => {
      if (!found) throw notFound('address');
      throw new HttpFault('method-not-allowed', `Here work: ${found.allowed}.`, { Allow: found.allowed });
    });
  });
}

function addOpenApi(app: App): void {
  let text: string | undefined;
  app.get(`${base}/openapi.json`, (c: ApiContext) =>
    respond(c, `${base}/openapi.json`, 'openapi', () => {
      text ??= openApiOf(app, operations, base);
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
  addUnknown(app);
  return app;
}
