import type { MantineColorScheme } from '@mantine/core';

/** What a reader chose for this browser; kept in cookies so that the server draws it right at once. */
export const colorSchemeCookie = 'countinghouse-color-scheme';

const year = 31_536_000;

export const asColorScheme = (value: string | undefined): MantineColorScheme =>
  value === 'light' || value === 'dark' ? value : 'auto';

/** Writes a preference; browser only. */
export function keepPreference(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax${secure}`;
}
