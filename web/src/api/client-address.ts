import type { IncomingMessage } from 'node:http';
import { config } from '@countinghouse/core/platform/config';

/** The address of whoever asks: the entry that our own proxies have added last, or the connection's. */
export function clientAddress(
  incoming: IncomingMessage,
  proxies = config().TRUSTED_PROXIES,
): string | undefined {
  const direct = incoming.socket.remoteAddress;
  if (proxies === 0) return direct;
  const forwarded = incoming.headers['x-forwarded-for'];
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  return hops.at(-proxies)?.trim() || direct;
}
