import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApiKey } from '@countinghouse/core/api-keys';
import { testTenant, type TestTenant } from '@countinghouse/core/testing';
import { createApi } from '../index';

/** The fields that tests look at, of whatever an answer holds. */
export interface AnswerBody {
  [field: string]: unknown;
  id: string;
  type: string;
  status: string | number;
  placedAt: string;
  nextCursor: string | null;
  data: AnswerBody[];
  items: AnswerBody[];
  file: AnswerBody;
  import: AnswerBody;
  upload: { url: string; method: string; headers: Record<string, string> };
}

interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  body: AnswerBody;
}

export interface CallOptions {
  method?: string;
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestApi {
  origin: string;
  /** Asks as the full key of the company unless told otherwise; text and bytes are sent as they are, the rest as JSON. */
  call(path: string, options?: CallOptions): Promise<ApiAnswer>;
  tenant: TestTenant;
  key: string;
  keyWith(scopes: string[], tenant?: TestTenant): Promise<string>;
  close(): Promise<void>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function keyWith(scopes: string[], tenant: TestTenant): Promise<string> {
  return (await createApiKey(tenant.ctx, { name: 'test', scopes })).key;
}

/** The API on a server that really listens, with a company and a key that may do everything. */
export async function testApi(
  options: { rateLimit?: number; operationsToken?: string } = {},
): Promise<TestApi> {
  const api = createApi(options);
  const server = createServer((request, response) => void api.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tenant = await testTenant();
  const key = await keyWith(['*'], tenant);

  const call = async (path: string, { method, key: as = key, body, headers = {} }: CallOptions = {}) => {
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const sent = raw ? (body as BodyInit | undefined) : JSON.stringify(body);
    const response = await fetch(origin + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(as && { authorization: `Bearer ${as}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) as AnswerBody };
  };

  return {
    origin,
    call,
    tenant,
    key,
    keyWith: (scopes, of = tenant) => keyWith(scopes, of),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
    },
  };
}
