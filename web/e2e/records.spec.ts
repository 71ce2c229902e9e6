import { expect, test } from './fixtures';
import { addCustomer, listRows, unique } from './support/records';

test('a customer with two delivery addresses is added, found, archived and brought back', async ({
  page,
}) => {
  const name = unique('Bäckerei Journey');
  await page.goto('/demo/customers/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add delivery address' }).click();
  await page.getByRole('group', { name: 'Delivery address 1' }).getByLabel('City').fill('Bath');
  await page.getByRole('button', { name: 'Add delivery address' }).click();
  const second = page.getByRole('group', { name: 'Delivery address 2' });
  await second.getByLabel('City').fill('Tashkent');
  await second.getByRole('combobox', { name: 'Country' }).fill('Uzb');
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
  await expect(listRows(page)).toHaveCount(1);
});

test('the form of a customer names wrong fields in words and keeps what was typed', async ({ page }) => {
  await page.goto('/demo/customers/new');
  await page.getByLabel('Days to pay').fill('soon');
  await page.getByRole('combobox', { name: 'E-mail' }).fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByText('Enter a whole number.')).toBeVisible();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await expect(page.getByText('Enter an e-mail address such as anna@example.com.')).toBeVisible();
  await expect(page.getByLabel('Days to pay')).toHaveValue('soon');
  await page.reload();
  await expect(page.getByLabel('Days to pay')).toHaveValue('soon');
});

test('a product keeps its names by language, and its SKU is its own', async ({ page }) => {
  const sku = `J-${Date.now()}`;
  for (const taken of [false, true]) {
    await page.goto('/demo/products/new');
    await page.getByLabel('SKU').fill(sku);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Journey lantern');
    await page.getByRole('textbox', { name: 'Price', exact: true }).fill('1,203.395');
    await page.getByRole('button', { name: 'Add a language' }).click();
    await page.getByRole('combobox', { name: 'Language of name 1' }).fill('German');
    await page.getByRole('option', { name: 'German', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name 1', exact: true }).fill('Reiselaterne');
    await page.getByRole('button', { name: 'Add product' }).click();
    if (taken) await expect(page.getByText('Another product has this SKU.').first()).toBeVisible();
    else await page.waitForURL(/\/demo\/products\/[0-9a-f-]{36}$/);
    if (!taken) await expect(page.getByText('Reiselaterne')).toBeVisible();
    if (!taken) await expect(page.getByText('1,203.395').first()).toBeVisible();
  }
});

test('selected products are tagged together', async ({ page }) => {
  const tag = `journey${Date.now()}`;
  await page.goto('/demo/products');
  const boxes = listRows(page).getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Tag', exact: true }).last().click();
  await page.getByLabel('Tag for the selected products').fill(tag);
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByText('2 products changed')).toBeVisible();
  await page.goto(`/demo/products?tag=${tag}`);
  await expect(listRows(page)).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await page.getByRole('button', { name: 'Tag', exact: true }).last().click();
  await page.getByLabel('Tag for the selected products').fill(tag);
  await page.getByRole('button', { name: 'Remove tag' }).click();
  await expect(page.getByText('No product fits these filters')).toBeVisible();
});

test('a file of a customer stands in the list of all files', async ({ page }) => {
  const name = unique('Filed');
  await addCustomer(page, name);
  const file = { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from('Delivered on Friday.\n') };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByRole('link', { name: file.name })).toBeVisible();
  await page.goto('/demo/files');
  const row = page.getByRole('row').filter({ hasText: file.name });
  await row.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});
