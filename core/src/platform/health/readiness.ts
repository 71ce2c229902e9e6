import type { ServerResponse } from 'node:http';
import { singleton } from '../singleton';

const state = () => singleton('readiness', () => ({ stopping: false }));

export const isReady = (): boolean => !state().stopping;

/** The first step of a graceful stop: `/health` says no, so that nothing new is sent here (rule 30). */
export function stopBeingReady(): void {
  state().stopping = true;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

/** Answers `GET /health`: whether this process wants requests, and nothing more. */
export function serveReadiness(response: ServerResponse): void {
  if (isReady()) sendJson(response, 200, { status: 'ok' });
  else sendJson(response, 503, { status: 'stopping' });
}
