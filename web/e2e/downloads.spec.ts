import { expect, people, test } from './fixtures';
import { savedText, trayItems } from './support/downloads';
import { whileWorkerSleeps } from './support/worker';

test('downloads wait in the tray, are cancelled there and on their page', async ({ page }) => {
  const tray = page.getByRole('region', { name: 'Downloads' });
  const listed = page.getByRole('main').getByRole('listitem');
  await page.goto('/demo/products');
  await whileWorkerSleeps(async () => {
    await page.getByRole('button', { name: 'Export this' }).click();
    await expect(tray.getByRole('listitem').first()).toContainText('Waiting');
    await expect(tray.getByRole('progressbar').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Downloads, \d+ in progress$/ })).toBeVisible();
    await tray.getByRole('button', { name: 'Cancel' }).first().click();
    await expect(tray.getByRole('listitem').first()).toContainText('Cancelled');

    await page.getByRole('button', { name: 'Export this' }).click();
    await expect(tray.getByRole('listitem').first()).toContainText('Waiting');
    await page.goto('/demo/downloads');
    await expect(listed.first()).toContainText('Waiting');
    await listed.first().getByRole('button', { name: 'Cancel' }).click();
    await expect(listed.first()).toContainText('Cancelled');
  });
  await page.reload();
  await expect(listed.nth(0)).toContainText('Cancelled');
  await expect(listed.nth(1)).toContainText('Cancelled');
});

test('a file that is ready is there after a reload, and not for another company', async ({ page, open }) => {
  await page.goto('/demo/products');
  const newest = async () => (await trayItems(page))[0];
  const known = (await newest())?.id;
  await page.getByRole('button', { name: 'Export this' }).click();
  // Only what has been taken is there after a reload.
  await expect.poll(async () => (await newest())?.id, { timeout: 30_000 }).not.toBe(known);
  const asked = String((await newest())?.id);
  await page.reload();
  await expect.poll(newest, { timeout: 30_000 }).toMatchObject({ id: asked, state: 'ready' });
  await page.getByRole('button', { name: 'Downloads' }).click();
  const file = `/demo/downloads/${asked}`;
  // The tray looks once a second: until then an older file may be its first.
  await expect(page.getByRole('region', { name: 'Downloads' }).locator(`a[href="${file}"]`)).toBeVisible();
  const text = await savedText(page, file);
  expect(text).toContain('SKU,Name');

  const stranger = await open(people.rival);
  for (const path of [file, file.replace('/demo/', '/rival/')]) {
    expect((await stranger.request.get(path)).status()).toBe(404);
  }
});
