import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressKey } from '@countinghouse/core/identity';
import { createRateLimiter } from '@countinghouse/core/platform/rate-limits';
import { singleton } from '@countinghouse/core/platform/singleton';

/** More than a person needs, and far less than it takes to try out links. */
const limit = { name: 'share', points: 60, seconds: 60 };

const limiter = () => singleton('limit-share', () => createRateLimiter(limit));

export const isSharePath = (path: string): boolean => path.startsWith('/share/');

/** Counts a request for a public page by the address that it comes from. */
export async function mayAskForShared({ headers }: IncomingMessage): Promise<boolean> {
  const address = headers['x-client-address'];
  return (await limiter().take(addressKey(typeof address === 'string' ? address : ''))).allowed;
}

export function refuseShared(response: ServerResponse): void {
  response.statusCode = 429;
  response.setHeader('Retry-After', String(limit.seconds));
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end('Too many requests. Wait a minute and try again.\n');
}
