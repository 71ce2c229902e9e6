import { randomBytes } from 'node:crypto';
import type { WebSettings } from './settings';

type PolicySettings = Pick<WebSettings, 'dev' | 'storageOrigin'>;

/** A fresh value for every page: scripts without it do not run. */
export const createNonce = (): string => randomBytes(16).toString('base64');

/** The policy of a page. Scripts need the nonce; development also needs eval for hot reloading. */
export function contentSecurityPolicy(nonce: string, { dev, storageOrigin }: PolicySettings): string {
  const storage = storageOrigin ? ` ${storageOrigin}` : '';
  const styles = dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    styles,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:${storage}`,
    `font-src 'self'`,
    `connect-src 'self'${storage}${dev ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Headers of every answer, whichever door gave it. */
export function commonHeaders({ publicUrl }: Pick<WebSettings, 'publicUrl'>): [string, string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    // Links from a mail carry a token in their path: no other site may learn it.
    ['Referrer-Policy', 'same-origin'],
  ];
  if (publicUrl.protocol === 'https:') {
    headers.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']);
  }
  return headers;
}

/** Headers of every page, beside its policy. */
export const pageHeaders: readonly [string, string][] = [
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
];
