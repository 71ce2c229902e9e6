import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

/** The field, not the list of suggestions that goes by the same name. */
const itemField = (page: Page) => page.locator('input[aria-label="Item, line 1"]');

/** Takes an order of free text and returns its page's address. */
async function takeOrder(page: Page, title: string): Promise<string> {
  await page.goto('/demo/orders/new');
  await itemField(page).fill(title);
  await page.getByLabel('Quantity, line 1').fill('24');
  await page.getByLabel('Price, line 1').fill('3.39');
  await expect(page.getByText('97.63').first()).toBeVisible();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(/\/demo\/orders\/[0-9a-f-]{36}$/);
  return page.url();
}

test('an owner takes an order, delivers it and finds it again', async ({ page }) => {
  await signIn(page, 'owner@demo.test');
  await takeOrder(page, 'Journey lantern');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SO-');
  await page.getByRole('button', { name: 'Deliver all' }).click();
  await expect(page.getByText('Delivered', { exact: true })).toBeVisible();
  await page.goto('/demo/orders?q=journey');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a filtered list is exported exactly, as a file that opens', async ({ page }) => {
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/orders?kind=return');
  const shown = await page.locator('tbody tr[data-id]').count();
  expect(shown).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Export this' }).click();
  await page.goto('/demo/downloads');
  const link = page.getByRole('main').getByRole('link', { name: 'Download' }).first();
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFFNumber,Customer,Placed,Status,Lines,Total')).toBe(true);
  expect(text.trimEnd().split('\n')).toHaveLength(shown + 1);
});

test('a viewer sees orders and can change nothing', async ({ page }) => {
  await signIn(page, 'viewer@demo.test');
  await page.goto('/demo/orders');
  await expect(page.locator('tbody tr[data-id]').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'New order' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export this' })).toHaveCount(0);
});

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signIn(page, 'owner@demo.test');
      for (const path of ['/demo', '/demo/orders', '/demo/orders/new', '/demo/downloads']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  }
}
