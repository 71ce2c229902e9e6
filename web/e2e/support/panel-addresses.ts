import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const panel = join(import.meta.dirname, '..', '..', 'src', 'app', '(panel)');

export interface PanelAddress {
  /** As its folder is called: `/[tenant]/orders/[id]/edit`. */
  pattern: string;
  /** A page is looked at, a route answers data or leads to a file. */
  isPage: boolean;
}

/** Every address of a company that the product has, found in its source: a new one is tried without being named. */
export const panelAddresses: readonly PanelAddress[] = readdirSync(panel, {
  recursive: true,
  encoding: 'utf8',
})
  // The one that catches the rest says that there is nothing there.
  .filter((file) => /(^|[\\/])(page\.tsx|route\.ts)$/.test(file) && !file.includes('[...'))
  .map((file) => ({
    pattern: `/${dirname(file).split(sep).join('/')}`,
    isPage: file.endsWith('page.tsx'),
  }))
  .sort((a, b) => a.pattern.localeCompare(b.pattern));

/** Ids of records by the part of the address that they stand behind, and the letter that is looked at beforehand. */
export type Ids = Record<string, string>;

/** The address in one company with one company's records. @throws Error for a kind of record without an id here */
export function addressOf({ pattern }: PanelAddress, tenant: string, ids: Ids): string {
  return pattern
    .replace('[tenant]', tenant)
    .replace('[kind]', 'countries')
    .replace('[format]', 'ubl')
    .replace(/reminders\/preview$/, (address) => `${address}?${ids['letter']}`)
    .replace(/([\w-]+)\/\[id\]/, (_, list: string) => {
      const id = ids[list];
      if (!id) throw new Error(`${pattern}: say in the journey which record of ${list} to try`);
      return `${list}/${id}`;
    });
}
