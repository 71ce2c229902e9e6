import type { Readable } from 'node:stream';
import { aborted } from './storage-error';

/**
 * Prepares a body to be handed out: it ends with `aborted` when the signal fires, and breaking off before
 * anybody reads it is kept for the reader and is not an unhandled error.
 */
export function handOut(body: Readable, signal: AbortSignal | undefined): void {
  body.on('error', () => undefined);
  if (!signal) return;
  const stop = () => body.destroy(aborted(signal.reason));
  signal.addEventListener('abort', stop, { once: true });
  body.once('close', () => signal.removeEventListener('abort', stop));
}
