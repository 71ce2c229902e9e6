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

test('a form keeps what was typed and names the wrong field', async ({ page }) => {
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/orders/new');
  await itemField(page).fill('Kept text');
  await page.getByLabel('Quantity, line 1').fill('many');
  await page.getByLabel('Price, line 1').fill('1');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(itemField(page)).toHaveValue('Kept text');
  await expect(page.getByLabel('Quantity, line 1')).toHaveAttribute('aria-invalid', 'true');
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

test('two people who change one order never overwrite each other', async ({ page, browser }) => {
  await signIn(page, 'owner@demo.test');
  const order = await takeOrder(page, 'Contended lantern');
  await page.goto(`${order}/edit`);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'manager@demo.test');
  await other.goto(`${order}/edit`);
  await other.getByLabel('Notes').fill('The manager was quicker.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForURL(order);
  await page.getByLabel('Notes').fill('The owner was slower.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('Someone else has changed this');
  await expect(page.getByLabel('Notes')).toHaveValue('The owner was slower.');
  await page.goto(order);
  await expect(page.getByText('The manager was quicker.')).toBeVisible();
});

test('a viewer sees orders and can change nothing', async ({ page }) => {
  await signIn(page, 'viewer@demo.test');
  await page.goto('/demo/orders');
  await expect(page.locator('tbody tr[data-id]').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'New order' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export this' })).toHaveCount(0);
});

test('the other company sees nothing', async ({ page, quiet }) => {
  await signIn(page, 'owner@demo.test');
  const order = new URL(await takeOrder(page, 'Private lantern')).pathname;
  await page.context().clearCookies();
  await signIn(page, 'owner@rival.test');
  for (const path of ['/demo', '/demo/orders', order, order.replace('/demo/', '/rival/')]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
  await page.goto('/rival/orders?q=private');
  await expect(page.locator('tbody tr[data-id]')).toHaveCount(0);
  // The browser itself reports each page that was not found.
  quiet.splice(0, quiet.length, ...quiet.filter((text) => !text.includes('404')));
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
