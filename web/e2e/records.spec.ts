import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

/** Adds a customer of the given name and returns its page's address. */
async function addCustomer(page: Page, name: string): Promise<string> {
  await page.goto('/demo/customers/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@example.com');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/demo\/customers\/[0-9a-f-]{36}$/);
  return page.url();
}

test('a customer with two delivery addresses is added, found, archived and brought back', async ({
  page,
}) => {
  const name = `Bäckerei Journey ${Date.now()}`;
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/customers/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add delivery address' }).click();
  await page.getByRole('group', { name: 'Delivery address 1' }).getByLabel('City').fill('Bath');
  await page.getByRole('button', { name: 'Add delivery address' }).click();
  const second = page.getByRole('group', { name: 'Delivery address 2' });
  await second.getByLabel('City').fill('Tashkent');
  await second.getByRole('textbox', { name: 'Country' }).fill('Uzb');
  await page.getByRole('option', { name: 'Uzbekistan' }).click();
  await page.getByRole('button', { name: 'Remove delivery address 1' }).click();
  await expect(page.getByRole('group', { name: 'Delivery address 1' }).getByLabel('City')).toHaveValue(
    'Tashkent',
  );
  await page.getByRole('button', { name: 'Add customer' }).click();
  await page.waitForURL(/\/demo\/customers\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Uzbekistan')).toBeVisible();
  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Archived', { exact: true })).toHaveCount(0);
  await page.goto(`/demo/customers?q=${encodeURIComponent(name)}`);
  await expect(page.locator('tbody tr[data-id]')).toHaveCount(1);
});

test('the form of a customer names wrong fields in words and keeps what was typed', async ({ page }) => {
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/customers/new');
  await page.getByLabel('Days to pay').fill('soon');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByText('A whole number from 0 to 365.')).toBeVisible();
  await expect(page.getByText('A name is needed, up to 200 characters.')).toBeVisible();
  await expect(page.getByText(/Each must be an e-mail address/)).toBeVisible();
  await expect(page.getByLabel('Days to pay')).toHaveValue('soon');
  await page.reload();
  await expect(page.getByLabel('Days to pay')).toHaveValue('soon');
});

test('two people who change one customer never overwrite each other', async ({ page, browser }) => {
  await signIn(page, 'owner@demo.test');
  const address = await addCustomer(page, `Contended ${Date.now()}`);
  await page.goto(`${address}/edit`);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'manager@demo.test');
  await other.goto(`${address}/edit`);
  await other.getByLabel('Notes').fill('The manager was quicker.');
  await save(other).click();
  await other.waitForURL(address);
  await page.getByLabel('Notes').fill('The owner was slower.');
  await save(page).click();
  await expect(page.getByRole('alert').first()).toContainText('Someone else has changed this');
  await expect(page.getByLabel('Notes')).toHaveValue('The owner was slower.');
  await page.goto(`${address}/edit`);
  await expect(page.getByLabel('Notes')).toHaveValue('The manager was quicker.');
});

test('a product keeps its names by language, and its SKU is its own', async ({ page }) => {
  const sku = `J-${Date.now()}`;
  await signIn(page, 'owner@demo.test');
  for (const taken of [false, true]) {
    await page.goto('/demo/products/new');
    await page.getByLabel('SKU').fill(sku);
    await page.getByLabel('Name', { exact: true }).fill('Journey lantern');
    await page.getByLabel('Price', { exact: true }).fill('1,203.395');
    await page.getByRole('button', { name: 'Add a language' }).click();
    await page.getByRole('textbox', { name: 'Language of name 1' }).fill('German');
    await page.getByRole('option', { name: 'German', exact: true }).click();
    await page.getByLabel('Name 1', { exact: true }).fill('Reiselaterne');
    await page.getByRole('button', { name: 'Add product' }).click();
    if (taken) await expect(page.getByText('Another product has this SKU.')).toBeVisible();
    else await page.waitForURL(/\/demo\/products\/[0-9a-f-]{36}$/);
    if (!taken) await expect(page.getByText('Reiselaterne')).toBeVisible();
    if (!taken) await expect(page.getByText('1,203.395').first()).toBeVisible();
  }
});

test('selected products are tagged together', async ({ page }) => {
  const tag = `journey${Date.now()}`;
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/products');
  const boxes = page.locator('tbody tr[data-id] input[type="checkbox"]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Tag', exact: true }).last().click();
  await page.getByLabel('Tag for the selected products').fill(tag);
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByText('2 products changed')).toBeVisible();
  await page.goto(`/demo/products?tag=${tag}`);
  await expect(page.locator('tbody tr[data-id]')).toHaveCount(2);
});

test('a file of a customer stands in the list of all files', async ({ page }) => {
  const name = `Filed ${Date.now()}`;
  await signIn(page, 'owner@demo.test');
  await addCustomer(page, name);
  const file = { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from('Delivered on Friday.\n') };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByRole('link', { name: file.name })).toBeVisible();
  await page.goto('/demo/files');
  const row = page.getByRole('row').filter({ hasText: file.name });
  await row.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a viewer sees customers and products and can change nothing', async ({ page, quiet }) => {
  await signIn(page, 'viewer@demo.test');
  for (const list of ['customers', 'products']) {
    await page.goto(`/demo/${list}`);
    const first = page.locator('tbody tr[data-id] a').first();
    await expect(page.getByRole('link', { name: /^New/ })).toHaveCount(0);
    await first.click();
    await expect(page.getByText('History')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Change' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Archive' })).toHaveCount(0);
    expect((await page.goto(`/demo/${list}/new`))?.status()).toBe(404);
  }
  quiet.splice(0, quiet.length, ...quiet.filter((text) => !text.includes('404')));
});

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on records at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signIn(page, 'owner@demo.test');
      await page.goto('/demo/customers');
      const customer = await page.locator('tbody tr[data-id] a').first().getAttribute('href');
      await page.goto('/demo/products');
      const product = await page.locator('tbody tr[data-id] a').first().getAttribute('href');
      const forms = [`${customer}/edit`, `${product}/edit`];
      const lists = ['/demo/customers', '/demo/products', '/demo/files'];
      for (const path of [...lists, String(customer), String(product), ...forms]) {
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
