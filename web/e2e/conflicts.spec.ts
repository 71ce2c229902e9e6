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
