import type { MantineColorScheme } from '@mantine/core';

const followSystem = `document.documentElement.dataset.mantineColorScheme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'`;

/** Sets light or dark before the first paint where the reader follows the system. */
export function ColorSchemeScript({
  colorScheme,
  nonce,
}: {
  colorScheme: MantineColorScheme;
  nonce: string;
}) {
  if (colorScheme !== 'auto') return null;
  // Browsers hide the nonce from scripts, so what React finds differs from what was sent.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: followSystem }} />;
}
