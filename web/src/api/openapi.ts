import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import type { HttpBindings } from '@hono/node-server';
import type { Operation } from './operation';
import { faults, type ProblemCode } from './problem';
import { Problem, RecordId } from './schemas';

type Api = OpenAPIHono<{ Bindings: HttpBindings }>;
type Registry = Api['openAPIRegistry'];

const description = `
Orders, customers and products of one company.

- **Keys.** Send \`Authorization: Bearer chk_…\`. A key belongs to a company and has scopes such as \`orders:read\`.
- **Money** is \`{"amount": "12345", "currency": "EUR"}\`: whole minor units, as text. Quantities, prices and
  rates are decimals as text. Instants are RFC 3339 in UTC.
- **Lists** answer \`{"data": […], "nextCursor": …}\`. A parameter that a list does not know is an error.
- **Changes** send the version they have seen as \`If-Match\`; if it is no longer the newest, the answer is 412.
- **Repeating.** A POST with an \`Idempotency-Key\` can be sent again: the answer is the first one again, marked
  \`Idempotency-Replayed: true\`. Keys are kept for 24 hours; one that is used for another request answers 409.
- **Limits.** \`RateLimit\` and \`RateLimit-Policy\` tell how many requests a key has left, 429 comes with \`Retry-After\`.
- **Failures** are \`application/problem+json\`; the codes are listed under [problems](/api/docs/problems).
`.trim();

function describeShared(registry: Registry): void {
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of the company, made under Settings, API keys.',
  });
  const text = { schema: { type: 'string' as const } };
  registry.registerComponent('headers', 'ETag', { ...text, description: 'The version of the record.' });
  registry.registerComponent('headers', 'Location', { ...text, description: 'Where it is found.' });
  registry.registerComponent('headers', 'RateLimit', {
    ...text,
    description: 'Requests left (r) and seconds until the window ends (t).',
    example: '"key";r=119999;t=42',
  });
}

/** The problems that an operation can answer with, besides those of its verb. */
function problemsOf({ method, path, body, query, ifMatch, problems = [] }: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['unauthenticated', 'forbidden', 'rate-limited', 'unavailable', 'internal'];
  codes.push(...problems);
  if (path.includes('{id}') || path.endsWith('/bulk')) codes.push('not-found');
  if (method !== 'get') codes.push('conflict', 'too-large');
  if (method === 'post' || body || ifMatch) codes.push('malformed');
  if (body) codes.push('unsupported-media-type');
  if (body || query) codes.push('invalid');
  if (ifMatch) codes.push('stale');
  if (ifMatch === 'required') codes.push('precondition-required');
  return codes.sort((a, b) => faults[a].status - faults[b].status);
}

const IdempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .optional()
  .meta({ description: 'Any text of your own, a UUID for example: the same key happens once.' });
const IfMatch = z.string().meta({ description: 'The ETag of the version you have seen.', example: '"3"' });

function headersOf({ method, ifMatch }: Operation): z.ZodObject | undefined {
  const headers = {
    ...(method === 'post' && { 'Idempotency-Key': IdempotencyKey }),
    ...(ifMatch && { 'If-Match': ifMatch === 'required' ? IfMatch : IfMatch.optional() }),
  };
  return Object.keys(headers).length > 0 ? z.object(headers) : undefined;
}

const json = (schema: z.ZodType, example?: unknown) => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
});

function responsesOf(operation: Operation): RouteConfig['responses'] {
  const { success } = operation;
  const headers = Object.fromEntries(
    [...(success.headers ?? []), 'RateLimit'].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
  const responses: RouteConfig['responses'] = {
    [success.status]: {
      description: success.description,
      headers,
      ...(success.schema && { content: json(success.schema, success.example) }),
      ...(success.contentType && {
        content: { [success.contentType]: { schema: { type: 'string' as const } } },
      }),
    },
  };
  for (const code of problemsOf(operation)) {
    const { status, title } = faults[code];
    responses[status] = { description: title, content: { 'application/problem+json': { schema: Problem } } };
  }
  return responses;
}

function describe(operation: Operation): RouteConfig {
  const { method, path, id, tag, summary, scope, query, body, bodyExample } = operation;
  const headers = headersOf(operation);
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    description: [operation.description, `Scope: \`${scope}\`.`].filter(Boolean).join('\n\n'),
    security: [{ apiKey: [] }],
    request: {
      ...(path.includes('{id}') && { params: z.object({ id: RecordId }) }),
      ...(query && { query: query as z.ZodObject }),
      ...(headers && { headers }),
      ...(body && { body: { required: !operation.bodyOptional, content: json(body, bodyExample) } }),
    },
    responses: responsesOf(operation),
  };
}

// The generator leaves the flags of a pattern at its end; JSON Schema reads every pattern as Unicode anyway.
const withoutFlags = (pattern: string) => pattern.replace(/(?<!\\)\/[a-z]+$/, '');

const isPattern = (key: string, value: unknown): value is string =>
  key === 'pattern' && typeof value === 'string';

/** The OpenAPI 3.1 document of the operations as JSON, made from the schemas that their verbs parse with. */
export function openApiOf(api: Api, operations: readonly Operation[], base: string): string {
  describeShared(api.openAPIRegistry);
  for (const operation of operations) api.openAPIRegistry.registerPath(describe(operation));
  const tags = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name }));
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Countinghouse API', version: '1', description },
    servers: [{ url: base }],
    tags,
  });
  return JSON.stringify(document, (key, value: unknown) =>
    isPattern(key, value) ? withoutFlags(value) : value,
  );
}
