import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addCustomer, listRows, unique } from './support/records';

const firstCells = (page: Page) => listRows(page).locator('a[href]').allTextContents();

test('a filter stands in the address, survives a reload, and is cleared', async ({ page }) => {
  await page.goto('/demo/orders');
  await page.getByRole('button', { name: '+ Filter' }).click();
  await page.getByRole('button', { name: 'Kind', exact: true }).click();
  await page.getByRole('radio', { name: 'Return' }).click();
  await expect(page).toHaveURL(/[?&]kind=return/);
  await expect(listRows(page).filter({ hasNotText: 'RT-' })).toHaveCount(0);
  const shown = await firstCells(page);
  expect(shown.length).toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => firstCells(page)).toEqual(shown);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(listRows(page).filter({ hasText: 'SO-' }).first()).toBeVisible();
});

test('a head sorts the list, and sorts it the other way round', async ({ page }) => {
  await page.goto('/demo/products');
  const head = page.getByRole('columnheader', { name: 'SKU' });
  await head.getByRole('link').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=sku/);
  const ascending = await firstCells(page);
  await head.getByRole('link').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-sku/);
  const descending = await firstCells(page);
  expect(ascending.at(0)).not.toBe(descending.at(0));
});

test('columns are chosen, and the choice stands in the address', async ({ page }) => {
  await page.goto('/demo/orders');
  const net = page.getByRole('columnheader', { name: 'Net' });
  await expect(net).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Net', exact: true }).click();
  await expect(net).toBeVisible();
  await page.reload();
  await expect(net).toBeVisible();
});

test('more than fifty orders come as one scrolls, each of them once', async ({ page }) => {
  const path = '/demo/orders?sort=placedAt';
  const atFirst = await (await page.request.get(path)).text();
  expect(atFirst.match(/<tr data-id=/g)).toHaveLength(50);
  await page.goto(path);
  const rows = listRows(page);
  await expect(async () => {
    await rows.last().scrollIntoViewIfNeeded();
    expect(await rows.count()).toBeGreaterThanOrEqual(110);
  }).toPass({ timeout: 30_000 });
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
  expect(new Set(ids).size).toBe(ids.length);
});

for (const [written, typed] of [
  ['Zoë Müller', 'zoe mull'],
  ['Пекарня Ёлка', 'елк'],
] as const) {
  test(`${written} is found by typing ${typed}`, async ({ page }) => {
    const name = unique(written);
    const customer = await addCustomer(page, name);
    await page.goto('/demo/customers');
    const mark = name.split(' ').at(-1);
    await page.getByRole('searchbox', { name: 'Name, e-mail, number…' }).fill(`${typed} ${mark}`);
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(listRows(page)).toHaveCount(1);
    await expect(listRows(page)).toContainText(name);

    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to…').fill(`${typed}`);
    await page.getByRole('option', { name }).or(page.getByRole('button', { name })).first().click();
    await page.waitForURL(`**${customer}`);
  });
}

test('j, k, x and Enter work a list without a mouse', async ({ page }) => {
  await page.goto('/demo/orders?status=closed');
  const rows = listRows(page);
  const numbers = await firstCells(page);
  // A key that is pressed before the page listens moves nothing.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(rows.nth(0).getByRole('link').first()).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('x');
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked();
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(numbers[1]));
});
