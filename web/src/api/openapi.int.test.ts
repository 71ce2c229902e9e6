import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { permissions } from '@countinghouse/core/platform/permissions';
import { operations } from './resources';
import { testApi, type TestApi } from './testing/server';

type Json = Record<string, unknown>;
interface Parameter {
  name: string;
  in: string;
  schema: Json;
  required: boolean;
}
interface Described {
  operationId: string;
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Json; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: Record<string, Record<string, Json>>;
}

let api: TestApi;
let document: Document;
let described: [string, Described][];
beforeAll(async () => {
  api = await testApi();
  document = JSON.parse((await api.call('/api/v1/openapi.json', { key: null })).text) as Document;
  described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]): [string, Described] => [`${method} ${path}`, each]),
  );
});
afterAll(() => api.close());

function refsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsOf(part),
  );
}

/** The schema as a validator that knows nothing of the schemas it was made from. */
function validatorOf(schema: Json): z.ZodType {
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
  const $defs = JSON.parse(
    JSON.stringify(document.components['schemas']).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Json;
  return z.fromJSONSchema({ ...(JSON.parse(text) as Json), $defs } as Parameters<typeof z.fromJSONSchema>[0]);
}

describe('openapi.json', () => {
  it('describes every operation, and nothing else', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = described.map(([, { operationId }]) => operationId);
    expect(ids.sort()).toEqual(operations.map(({ id }) => id).sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no reference into nothing', () => {
    const refs = new Set(refsOf(document));
    expect(refs.size).toBeGreaterThan(15);
    for (const ref of refs) {
      const [, , kind = '', name = ''] = ref.split('/');
      expect([ref, document.components[kind]?.[name] !== undefined]).toEqual([ref, true]);
    }
  });

  it('shows a schema for every answer with a body, and the problems', () => {
    for (const [name, { responses }] of described) {
      const success = Object.entries(responses).filter(([status]) => Number(status) < 400);
      expect([name, success.length]).toEqual([name, 1]);
      const [status, answer] = success[0] ?? ['', {}];
      if (!['204', '302'].includes(status)) {
        const [content] = Object.values(answer.content ?? {});
        expect([name, content?.schema !== undefined]).toEqual([name, true]);
      }
      for (const code of ['401', '403', '429', '500', '503']) {
        expect(responses[code]?.content?.['application/problem+json']?.schema).toEqual({
          $ref: '#/components/schemas/Problem',
        });
      }
    }
  });

  it('names its parameters as they are taken, and path parameters as they stand in the path', () => {
    for (const [name, { parameters = [] }] of described) {
      const inPath = parameters.filter((each) => each.in === 'path').map((each) => `{${each.name}}`);
      expect(inPath).toEqual(name.match(/\{\w+\}/g) ?? []);
      for (const { schema } of parameters) expect(schema['type'] ?? schema['anyOf']).toBeTruthy();
    }
    const list = document.paths['/orders']?.['get']?.parameters?.map((each) => each.name) ?? [];
    expect(list).toEqual(
      expect.arrayContaining(['limit', 'cursor', 'sort', 'status', 'customerId', 'placedFrom', 'q']),
    );
  });

  it('gives examples that are valid, by the document and by the verb', () => {
    const withBody = operations.filter(({ bodyExample }) => bodyExample !== undefined);
    expect(withBody.length).toBeGreaterThan(8);
    for (const { id, path, method, body, bodyExample } of withBody) {
      expect([id, body?.safeParse(bodyExample).error?.issues]).toEqual([id, undefined]);
      const shown = document.paths[path]?.[method]?.requestBody?.content['application/json'];
      expect(shown?.example).toEqual(bodyExample);
      expect([id, validatorOf(shown?.schema ?? {}).safeParse(bodyExample).error?.issues]).toEqual([
        id,
        undefined,
      ]);
    }
  });

  it('names a scope that keys can have', () => {
    for (const { id, scope } of operations) expect([id, permissions.includes(scope)]).toEqual([id, true]);
  });
});

describe('the documentation', () => {
  it('brings its own scripts and allows no others', async () => {
    const page = await api.call('/api/docs', { key: null });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const scripts = [...page.text.matchAll(/<script nonce="([^"]*)" src="([^"]*)"/g)];
    expect(scripts.map(([, given]) => given)).toEqual([nonce, nonce]);
    expect(page.text.match(/<script/g)).toHaveLength(2);
    expect(page.text).not.toMatch(/https?:\/\//);
    const files = [...page.text.matchAll(/(?:src|href)="(\/api\/docs\/assets\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(files).toHaveLength(4);
    for (const path of files) {
      const file = await api.call(path, { key: null });
      expect([path, file.status, file.text.length > 100]).toEqual([path, 200, true]);
      const again = await api.call(path, {
        key: null,
        headers: { 'if-none-match': file.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
    expect((await api.call('/api/docs/assets/package.json', { key: null })).status).toBe(404);
    expect((await api.call('/api/docs/assets/..%2f..%2fpackage.json', { key: null })).status).toBe(404);
  });

  it('describes every problem where its type points to', async () => {
    const { body } = await api.call('/api/v1/orders', { key: null });
    const [path = '', code = ''] = body.type.split('#');
    expect((await api.call(path, { key: null })).text).toContain(`id="${code}"`);
  });
});
