import { config } from '../platform/config';
import { mailLink } from '../mail';
import { hashToken, sameText, sign } from '../platform/tokens';

/**
 * The token of a link: made of its id with one of the product's keys (HMAC-SHA-256), so that it can be shown again and
 * yet stands nowhere (ADR 0027). null where the key is gone.
 */
function tokenOf(linkId: string, keyId: string): string | null {
  const found = config().ENCRYPTION_KEYS.find(({ id }) => id === keyId);
  return found ? sign(`document-link:${linkId}`, found.key.toString('base64')) : null;
}

/** Makes the token of a new link with the newest key. */
export function newToken(linkId: string): { token: string; hash: string; keyId: string } {
  const [newest] = config().ENCRYPTION_KEYS;
  const token = newest && tokenOf(linkId, newest.id);
  if (!newest || !token) throw new Error('there is no key to make links with');
  return { token, hash: hashToken(token), keyId: newest.id };
}

/** The address of a link, or null when the key that it was made with is gone or has become another one. */
export function linkUrl(linkId: string, keyId: string, hash: string): string | null {
  const token = tokenOf(linkId, keyId);
  return token && sameText(hashToken(token), hash) ? mailLink('share', token) : null;
}
