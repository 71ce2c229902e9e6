import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * What attempts from an address are counted under: the IPv4 address itself, or the /64 network of an IPv6 one,
 * since whoever has one address of such a network has them all.
 */
export function addressKey(ip: string): string {
  const mapped = MAPPED.exec(ip)?.[1];
  if (mapped) return mapped;
  const [plain = ''] = ip.split('%');
  if (!isIPv6(plain)) return ip;
  const [head = '', tail] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const filled =
    tail === undefined
      ? left
      : [...left, ...Array<string>(GROUPS - left.length - right.length).fill('0'), ...right];
  return `${filled
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
