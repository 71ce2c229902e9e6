import '@fontsource-variable/ibm-plex-sans';
import '../ui/mantine-styles';
import '../ui/tokens.css';
import '../ui/global.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '../i18n/client-messages';
import { ColorSchemeScript } from '../ui/color-scheme-script';
import { asColorScheme, colorSchemeCookie } from '../ui/preferences';
import { Providers } from '../ui/providers';

export const metadata: Metadata = { title: { default: 'Countinghouse', template: '%s · Countinghouse' } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Reasons and codes are put into words on the server. */
const everywhere = [
  'common',
  'errors.notFound',
  'errors.page',
  'errors.requestId',
  'errors.unreachable',
] as const;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, jar, head] = await Promise.all([getLocale(), cookies(), headers()]);
  const colorScheme = asColorScheme(jar.get(colorSchemeCookie)?.value);
  const nonce = head.get('x-nonce') ?? '';
  return (
    <html
      lang={language}
      {...(colorScheme !== 'auto' && { 'data-mantine-color-scheme': colorScheme })}
      suppressHydrationWarning
    >
      <head>
        <ColorSchemeScript colorScheme={colorScheme} nonce={nonce} />
      </head>
      <body>
        <Providers colorScheme={colorScheme} nonce={nonce}>
          <ClientMessages areas={everywhere}>{children}</ClientMessages>
        </Providers>
      </body>
    </html>
  );
}
