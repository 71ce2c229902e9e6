import { config } from '@countinghouse/core/platform/config';

/** What the HTTP process itself needs to know; everything else reads `config()` where it is used. */
export interface WebSettings {
  dev: boolean;
  host: string;
  port: number;
  /** Address of the product as browsers reach it. */
  publicUrl: URL;
  /** Origin of the object storage where browsers speak to it directly. */
  storageOrigin: string | undefined;
  /** Proxies in front whose forwarded headers may be believed. */
  trustedProxies: number;
}

/** @throws ConfigError with one line for each wrong setting. */
export function webSettings(): WebSettings {
  const settings = config();
  const storage = settings.S3_PUBLIC_ENDPOINT ?? settings.S3_ENDPOINT;
  return {
    dev: settings.NODE_ENV === 'development',
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: new URL(settings.NEXTAUTH_URL),
    storageOrigin: storage ? new URL(storage).origin : undefined,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}
