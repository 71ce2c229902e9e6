import { expect, test } from './fixtures';
import { downloadAskedBy, savedText } from './support/downloads';
import { listRows, takeOrder, unique } from './support/records';

test('an owner takes an order, delivers it and finds it again', async ({ page }) => {
  const title = unique('Lantern');
  await takeOrder(page, title);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SO-');
  await page.getByRole('button', { name: 'Deliver all' }).click();
  await expect(page.getByText('Delivered', { exact: true })).toBeVisible();
  await page.goto(`/demo/orders?q=${encodeURIComponent(title)}`);
  await expect(listRows(page)).toHaveCount(1);
});

test('a filtered list is exported exactly, as a file that opens', async ({ page }) => {
  await page.goto('/demo/orders?kind=return&status=placed,fulfilled,closed');
  const shown = await listRows(page).count();
  expect(shown).toBeGreaterThan(0);
  const file = await downloadAskedBy(page, () => page.getByRole('button', { name: 'Export this' }).click());
  const text = await savedText(page, file);
  expect(text.startsWith('\uFEFFNumber,Customer,Placed,Status,Lines,Total')).toBe(true);
  expect(text.trimEnd().split('\n')).toHaveLength(shown + 1);
});
