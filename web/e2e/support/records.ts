import { expect, type Locator, type Page } from '@playwright/test';

const record = (list: string) => new RegExp(`/${list}/[0-9a-f-]{36}$`);

/** Text that no earlier run has used, so that a journey finds only its own records. */
export const unique = (text: string): string => `${text} ${Date.now().toString(36)}`;

/** The field, not the list of suggestions that goes by the same name. */
export const itemField = (page: Page): Locator => page.locator('input[aria-label="Item, line 1"]');

export const listRows = (page: Page): Locator => page.locator('tbody tr[data-id]');

/** Takes an order of one line of free text over 97.63 and answers the address of its page. */
export async function takeOrder(page: Page, title: string, tenant = 'demo'): Promise<string> {
  await page.goto(`/${tenant}/orders/new`);
  await itemField(page).fill(title);
  await page.getByLabel('Quantity, line 1').fill('24');
  await page.getByLabel('Price, line 1').fill('3.39');
  await expect(page.getByText('97.63').first()).toBeVisible();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(record('orders'));
  return new URL(page.url()).pathname;
}

/** Adds a customer and answers the address of its page. */
export async function addCustomer(page: Page, name: string, tenant = 'demo'): Promise<string> {
  await page.goto(`/${tenant}/customers/new`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('combobox', { name: 'E-mail' }).fill('anna@example.com');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(record('customers'));
  return new URL(page.url()).pathname;
}
