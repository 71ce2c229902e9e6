import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { downloadAskedBy, savedText } from './support/downloads';
import { listRows, takeOrder, unique } from './support/records';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Takes orders whose lines share a title and selects them in the list that finds just them. */
async function selectOrders(page: Page, count: number): Promise<string[]> {
  const title = unique('Bulk');
  const orders: string[] = [];
  while (orders.length < count) orders.push(await takeOrder(page, title));
  await page.goto(`/demo/orders?q=${encodeURIComponent(title)}`);
  await expect(listRows(page)).toHaveCount(count);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await expect(page.getByText(`${count} selected`)).toBeVisible();
  return orders;
}

test('selected orders are tagged, archived and brought back', async ({ page }) => {
  await selectOrders(page, 2);
  await expect(page.getByText('Total 195.26')).toBeVisible();
  const tag = `bulk${Date.now().toString(36)}`;
  await press(page, 'Tag');
  await page.getByLabel('Tag for the selected orders').fill(tag);
  await press(page, 'Add tag');
  await expect(page.getByText('2 orders changed')).toBeVisible();
  await page.goto(`/demo/orders?tag=${tag}`);
  await expect(listRows(page)).toHaveCount(2);

  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await press(page, 'Archive');
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await press(page, 'Undo');
  await expect(listRows(page)).toHaveCount(2);
});

test('orders are cancelled only after a question, and only those that can be', async ({ page }) => {
  const [delivered] = await selectOrders(page, 2);
  await press(page, 'Cancel orders');
  await press(page, 'Keep them');
  await expect(listRows(page).filter({ hasText: 'Placed' })).toHaveCount(2);
  const list = page.url();
  await page.goto(String(delivered));
  await press(page, 'Deliver all');
  await expect(page.getByText('Delivered', { exact: true })).toBeVisible();
  await page.goto(list);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await press(page, 'Cancel orders');
  await press(page, 'Cancel 2 orders for good');
  await expect(page.getByText('1 order cancelled. 1 order stays as it is')).toBeVisible();
  await expect(listRows(page).filter({ hasText: 'Cancelled' })).toHaveCount(1);
  await expect(listRows(page).filter({ hasText: 'Delivered' })).toHaveCount(1);
});

test('only the selected orders are exported', async ({ page }) => {
  await selectOrders(page, 2);
  await listRows(page).first().getByRole('checkbox').uncheck();
  const number = await listRows(page).nth(1).getByRole('link').first().textContent();
  const file = await downloadAskedBy(page, () => press(page, 'Export selected'));
  const lines = (await savedText(page, file)).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(String(number));
});
