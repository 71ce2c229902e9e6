import { randomBytes } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import { notFound } from '@countinghouse/core/platform/errors';
import type { Answer, Exchange } from '../exchange';
import { respond, type ApiContext } from '../serve';
import { readAsset } from './assets';
import { docsPage, problemsPage } from './pages';

type App = OpenAPIHono<{ Bindings: HttpBindings }>;

/** Only what these pages bring along: nothing from elsewhere, no inline script or style. */
const policyOf = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

function html(page: (nonce: string) => string): Answer {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyOf(nonce),
      'Referrer-Policy': 'no-referrer',
    },
    raw: page(nonce),
  };
}

async function asset({ incoming }: Exchange, name: string): Promise<Answer> {
  const found = await readAsset(name);
  if (!found) throw notFound('file');
  const headers = { ETag: found.etag, 'Cache-Control': 'public, max-age=3600', Vary: 'Accept-Encoding' };
  if (incoming.headers['if-none-match'] === found.etag) return { status: 304, headers };
  const zipped = /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '');
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': found.contentType, ...(zipped && { 'Content-Encoding': 'gzip' }) },
    raw: zipped ? found.gzipped : found.bytes,
  };
}

/** `/api/docs`: the OpenAPI document to read and to try, and the list of problems. */
export function addDocs(app: App): void {
  app.get('/api/docs', (c: ApiContext) => respond(c, '/api/docs', 'docs', () => html(docsPage)));
  app.get('/api/docs/problems', (c: ApiContext) =>
    respond(c, '/api/docs/problems', 'docs.problems', () => html(problemsPage)),
  );
  app.get('/api/docs/assets/:name', (c: ApiContext) =>
    respond(c, '/api/docs/assets/{name}', 'docs.asset', (exchange) =>
      asset(exchange, c.req.param('name') ?? ''),
    ),
  );
}
