import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createHttpServer, type Doors } from './http-server';
import type { WebSettings } from './settings';

const settings: WebSettings = {
  dev: false,
  host: '127.0.0.1',
  port: 3000,
  publicUrl: new URL('https://books.example'),
  storageOrigin: 'https://objects.example',
  trustedProxies: 0,
};

interface Seen {
  door?: string;
  headers?: IncomingMessage['headers'];
  rawHeaders?: string[];
}

async function send(
  url: string,
  {
    method = 'GET',
    headers = {},
    ...doors
  }: { method?: string; headers?: Record<string, string> } & Partial<Doors> = {},
) {
  const seen: Seen = {};
  const answer = (door: string) => (request: IncomingMessage, response: ServerResponse) => {
    Object.assign(seen, { door, headers: request.headers, rawHeaders: request.rawHeaders });
    response.end(door);
    return Promise.resolve();
  };
  const server = createHttpServer(settings, {
    api: { handle: answer('api') },
    next: answer('next'),
    isStopping: () => false,
    onError: () => undefined,
    ...doors,
  });
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    url,
    method,
    headers: { ...headers },
    rawHeaders: Object.entries(headers).flat(),
  });
  const response = new ServerResponse(request);
  let body = '';
  const done = new Promise<void>((resolve) => {
    response.end = ((chunk?: string) => {
      body = chunk ?? '';
      resolve();
      return response;
    }) as ServerResponse['end'];
  });
  server.emit('request', request, response);
  await done;
  return { response, body, seen };
}

describe('the address of a page', () => {
  it.each([
    ['/demo/orders?kind=return', '/demo/orders?kind=return'],
    ['/demo/orders?kind=return&_rsc=abc1', '/demo/orders?kind=return'],
    ['/demo/orders?_rsc=abc1&kind=return', '/demo/orders?kind=return'],
    ['/demo/orders?_rsc=abc1', '/demo/orders'],
    ['/demo', '/demo'],
  ])('%s is %s', async (url, page) => {
    expect((await send(url, { headers: { 'x-page': '/elsewhere' } })).seen.headers?.['x-page']).toBe(page);
  });
});

describe('doors', () => {
  it.each([
    ['/api/v1/orders?limit=1', 'api'],
    ['/api/auth/session', 'next'],
    ['/api/authority', 'api'],
    ['/hooks/amocrm', 'api'],
    ['/health', 'api'],
    ['/healthy', 'next'],
    ['/metrics', 'api'],
    ['/objects/abc', 'api'],
    ['/demo/orders', 'next'],
    ['/', 'next'],
  ])('%s is answered by %s', async (url, door) => {
    expect((await send(url)).seen.door).toBe(door);
  });
});

describe('changes', () => {
  const post = { method: 'POST' };
  it.each([
    ['nothing said', '/demo/orders', {}, false],
    ['our own page', '/demo/orders', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', '/demo/orders', { 'sec-fetch-site': 'cross-site' }, false],
    [
      'another site that fakes our Origin',
      '/x',
      { 'sec-fetch-site': 'cross-site', origin: 'https://books.example' },
      false,
    ],
    ['a sibling of our site', '/demo/orders', { 'sec-fetch-site': 'same-site' }, false],
    ['our Origin from an old browser', '/demo/orders', { origin: 'https://books.example' }, true],
    ['the Origin null', '/demo/orders', { origin: 'null' }, false],
    [
      'sign-in from another site',
      '/api/auth/callback/credentials',
      { origin: 'https://evil.example' },
      false,
    ],
    ['a Bearer key', '/api/v1/orders', { authorization: 'Bearer chk_x' }, true],
    ['a Basic login', '/demo/orders', { authorization: 'Basic eDp5' }, false],
    ['no key, which the API answers with its challenge', '/api/v1/orders', {}, true],
    ['a signed hook', '/hooks/shop', {}, true],
    ['a signed upload', '/objects/abc', {}, true],
  ])('%s', async (_, url, headers, allowed) => {
    const { response, seen } = await send(url, { ...post, headers: headers });
    expect(response.statusCode).toBe(allowed ? 200 : 403);
    expect(seen.door !== undefined).toBe(allowed);
  });

  it('refuses as problem+json on the API and as text elsewhere', async () => {
    const api = await send('/api/docs', post);
    expect(api.response.getHeader('content-type')).toBe('application/problem+json');
    const requestId = api.response.getHeader('x-request-id');
    expect(JSON.parse(api.body)).toMatchObject({ status: 403, code: 'forbidden', requestId });
    const page = await send('/demo/orders', post);
    expect(page.response.getHeader('content-type')).toContain('text/plain');
  });
});

describe('headers', () => {
  it('gives a page a policy with a nonce that Next sees too', async () => {
    const { response, seen } = await send('/demo/orders');
    const policy = String(response.getHeader('content-security-policy'));
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toMatch(/^.{24}$/);
    expect(seen.headers?.['content-security-policy']).toBe(policy);
    expect(seen.headers?.['x-nonce']).toBe(nonce);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).not.toContain('unsafe-eval');
    for (const part of [
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `object-src 'none'`,
      'https://objects.example',
    ]) {
      expect(policy).toContain(part);
    }
    expect(response.getHeader('strict-transport-security')).toBeDefined();
    const again = await send('/demo/orders');
    expect(again.response.getHeader('content-security-policy')).not.toBe(policy);
  });

  it('forgets what a client may not say', async () => {
    const { response, seen } = await send('/api/v1/orders', {
      headers: {
        'x-middleware-subrequest': 'src/middleware',
        'x-request-id': 'mine',
        'x-client-address': '127.0.0.1',
        'x-forwarded-for': '10.0.0.1',
        accept: '*/*',
      },
    });
    const id = response.getHeader('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen.headers).toEqual({ accept: '*/*', 'x-request-id': id, 'x-client-address': '' });
    expect(seen.rawHeaders).toEqual(['accept', '*/*', 'x-request-id', id, 'x-client-address', '']);
  });
});

describe('trouble', () => {
  it('answers 500 with the request id and reports the error', async () => {
    const reported: unknown[] = [];
    const { response, body } = await send('/demo', {
      next: () => Promise.reject(new Error('broken')),
      onError: (...args) => reported.push(args),
    });
    expect(response.statusCode).toBe(500);
    expect(body).not.toContain('broken');
    expect(body).toContain(String(response.getHeader('x-request-id')));
    expect(reported).toEqual([[new Error('broken'), response.getHeader('x-request-id')]]);
  });

  it('fails health and keeps no connection while stopping, but still answers', async () => {
    const isStopping = () => true;
    expect((await send('/health', { isStopping })).response.statusCode).toBe(503);
    const page = await send('/demo', { isStopping });
    expect(page.seen.door).toBe('next');
    expect(page.response.getHeader('connection')).toBe('close');
  });
});
