import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for links, cookies and keys: 256 random bits, URL-safe. */
export const secretToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret token. Fast is fine: 256 random bits cannot be guessed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

/** Compares without telling by its time where the texts differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
