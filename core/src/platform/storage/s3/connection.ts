import { AsyncLocalStorage } from 'node:async_hooks';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientOptions } from 'minio';
import { throwIfAborted } from '../storage-error';
import type { S3Settings } from '../types';
import { isTransient, storeFailure } from './store-failure';

const silenceMs = 30_000;
const attempts = 3;
const firstDelayMs = 100;

// What the client gives up on without reading the body; unread bodies would hold their connections.
const unreadStatus = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

// The client's calls take no signal, so the one of the call under way travels beside them.
const currentSignal = new AsyncLocalStorage<AbortSignal | undefined>();

function transport(secure: boolean): ClientOptions['transport'] {
  const request = (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ): ClientRequest => {
    const signal = currentSignal.getStore();
    const full = { ...options, timeout: silenceMs, ...(signal && { signal }) };
    const sent = (secure ? https : http).request(full, (response) => {
      // From here on the reader sets the pace.
      sent.setTimeout(0);
      if (unreadStatus.has(response.statusCode ?? 0)) response.resume();
      onResponse(response);
    });
    sent.on('timeout', () => sent.destroy(new Error('The store kept silent for too long.')));
    return sent;
  };
  return { request: request as typeof http.request };
}

/** A client for one endpoint: kept-alive connections, a limit on silence, no retries of its own. */
export function connect(settings: S3Settings, endpoint: string): Client {
  const url = new URL(endpoint);
  const secure = url.protocol === 'https:';
  const agentOptions = { keepAlive: true, maxFreeSockets: 16 };
  return new Client({
    endPoint: url.hostname,
    ...(url.port && { port: Number(url.port) }),
    useSSL: secure,
    region: settings.region,
    accessKey: settings.accessKey,
    secretKey: settings.secretKey,
    pathStyle: settings.pathStyle,
    transport: transport(secure),
    transportAgent: secure ? new https.Agent(agentOptions) : new http.Agent(agentOptions),
    retryOptions: { disableRetry: true },
  });
}

/** Runs one request so that the signal can end it, but nothing that the request leaves open. */
async function underSignal<Result>(
  signal: AbortSignal | undefined,
  request: () => Promise<Result>,
): Promise<Result> {
  if (!signal) return currentSignal.run(undefined, request);
  throwIfAborted(signal);
  const controller = new AbortController();
  const stop = () => controller.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await currentSignal.run(controller.signal, request);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Only for requests that may be repeated, which is the default. */
  retry?: boolean;
}

/** Runs one request against the store, again after passing faults. Throws StorageError only. */
export async function call<Result>(
  request: () => Promise<Result>,
  { signal, retry = true }: CallOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await underSignal(signal, request);
    } catch (error) {
      const last = !retry || attempt === attempts || signal?.aborted;
      if (last || !isTransient(error)) throw storeFailure(error, signal);
      await delay(firstDelayMs * 4 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}
