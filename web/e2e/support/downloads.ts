import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

interface TrayItem {
  id: string;
  state: string;
  href?: string;
}

export async function trayItems(page: Page, tenant = 'demo'): Promise<TrayItem[]> {
  const answer = await page.request.get(`/${tenant}/downloads/tray`);
  return ((await answer.json()) as { items: TrayItem[] }).items;
}

/** Does what asks for a download, and answers the link to its file when the tray shows it. */
export async function downloadAskedBy(page: Page, ask: () => Promise<void>): Promise<string> {
  const known = new Set((await trayItems(page)).map(({ id }) => id));
  await ask();
  const link = page
    .getByRole('region', { name: 'Downloads' })
    .getByRole('link', { name: 'Download', exact: true })
    .first();
  await expect
    .poll(async () => known.has((await link.getAttribute('href'))?.split('/').at(-1) ?? ''), {
      timeout: 30_000,
    })
    .toBe(false);
  return String(await link.getAttribute('href'));
}

/** Clicks a link to a file and reads what the browser saved. */
export async function savedText(page: Page, href: string): Promise<string> {
  const link = page.locator(`a[href="${href}"]`).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await download.path(), 'utf8');
}
