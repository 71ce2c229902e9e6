import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Api } from '../api';
import { writingDocument } from './document-answer';
import { doorOf, isBuildFile, isSignedPath, pathOf, type Door } from './doors';
import { cleanRequest, setRequestHeader } from './request-headers';
import { isSharePath, mayAskForShared, refuseShared } from './share-door';
import { mayChangeState } from './same-origin';
import { commonHeaders, contentSecurityPolicy, createNonce, pageHeaders } from './security-headers';
import type { WebSettings } from './settings';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Doors {
  api: Pick<Api, 'handle'>;
  next: Handler;
  /** Takes an upgrade of the connection, or answers false to have it refused. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** True once the process is leaving: health fails, and connections are not kept. */
  isStopping: () => boolean;
  onError: (error: unknown, requestId: string) => void;
}

function refuse(response: ServerResponse, door: Door, requestId: string): void {
  const detail = 'This change was not sent from a page of this site.';
  const problem = {
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
    detail,
    code: 'forbidden',
    requestId,
  };
  response.statusCode = 403;
  response.setHeader(
    'Content-Type',
    door === 'api' ? 'application/problem+json' : 'text/plain; charset=utf-8',
  );
  response.end(door === 'api' ? JSON.stringify(problem) : `${detail}\nRequest ${requestId}\n`);
}

function fail(response: ServerResponse, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = 500;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`Something went wrong on our side.\nRequest ${requestId}\n`);
}

/** The address of a page as it stands in the browser, without what Next adds when it reads a page in the background. */
const pageAddress = (url: string): string => url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');

function preparePage(request: IncomingMessage, response: ServerResponse, settings: WebSettings): void {
  const nonce = createNonce();
  const policy = contentSecurityPolicy(nonce, settings);
  // Next reads the nonce for its own scripts from the policy in the request.
  setRequestHeader(request, 'content-security-policy', policy);
  setRequestHeader(request, 'x-nonce', nonce);
  setRequestHeader(request, 'x-page', pageAddress(request.url ?? '/'));
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of pageHeaders) response.setHeader(name, value);
}

const wantsDocument = ({ method, headers }: IncomingMessage) => method === 'GET' && !headers['rsc'];

/** The one HTTP server of the product, with its doors: `src/api`, Next, and upgrades. */
export function createHttpServer(settings: WebSettings, doors: Doors): Server {
  const common = commonHeaders(settings);
  const publicOrigin = settings.publicUrl.origin;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = cleanRequest(request, settings.trustedProxies);
    const path = pathOf(request.url ?? '/');
    const door = doorOf(path);
    for (const [name, value] of common) response.setHeader(name, value);
    response.setHeader('X-Request-Id', requestId);
    if (doors.isStopping()) {
      response.setHeader('Connection', 'close');
      if (path === '/health') {
        response.statusCode = 503;
        response.end();
        return;
      }
    }
    try {
      if (!isSignedPath(path) && !mayChangeState(request.method ?? 'GET', request.headers, publicOrigin)) {
        refuse(response, door, requestId);
      } else if (door === 'api') {
        await doors.api.handle(request, response);
      } else if (isSharePath(path) && !(await mayAskForShared(request))) {
        refuseShared(response);
      } else {
        if (isSharePath(path)) response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
        if (!isBuildFile(path)) preparePage(request, response, settings);
        const answer = () => doors.next(request, response);
        await (wantsDocument(request) ? writingDocument(answer) : answer());
      }
    } catch (error) {
      doors.onError(error, requestId);
      fail(response, requestId);
    }
  };

  const server = createServer((request, response) => void handle(request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (doors.upgrade?.(request, socket, head)) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}
