'use client';

import { MantineProvider, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { colorSchemeCookie, keepPreference } from './preferences';
import { giveStylesNonce } from './style-nonce';
import { theme } from './theme';

const cookieManager = (initial: MantineColorScheme): MantineColorSchemeManager => ({
  get: () => initial,
  set: (value) => keepPreference(colorSchemeCookie, value),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => keepPreference(colorSchemeCookie, 'auto'),
});

interface ProvidersProps {
  colorScheme: MantineColorScheme;
  nonce: string;
  children: ReactNode;
}

/** What client components find around them. Variables come from `tokens.css`, so no style is sent with a page. */
export function Providers({ colorScheme, nonce, children }: ProvidersProps) {
  const [manager] = useState(() => cookieManager(colorScheme));
  // The policy of a document is that of its first answer, so later answers must not bring a new nonce.
  const [firstNonce] = useState(() => {
    giveStylesNonce(nonce);
    return nonce;
  });
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={colorScheme}
      colorSchemeManager={manager}
      getStyleNonce={() => firstNonce}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
