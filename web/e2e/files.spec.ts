import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, people, test } from './fixtures';
import { savedText } from './support/downloads';
import { dropFiles } from './support/dropped-file';
import { takeOrder, unique } from './support/records';

const fileBox = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Files' }) });

/** Makes uploads take a moment, as they do from a shop. */
async function slowDown(page: Page, bytesPerSecond: number): Promise<void> {
  const connection = await page.context().newCDPSession(page);
  await connection.send('Network.enable');
  await connection.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

test('a file is dropped on an order, arrives with progress, and opens for those who may see it', async ({
  page,
  open,
  quiet,
}) => {
  const order = await takeOrder(page, unique('Filed'));
  const name = `${unique('delivery note')}.txt`;
  const content = 'Delivered on Friday.\n'.repeat(20_000);
  await slowDown(page, 200_000);
  await dropFiles(fileBox(page), { name, content });
  const progress = fileBox(page).getByRole('progressbar', { name });
  await expect(progress).toBeVisible();
  await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(0);
  const link = fileBox(page).getByRole('link', { name });
  await expect(link).toBeVisible();
  await expect(progress).toHaveCount(0);
  await expect(page.getByText('File added by Aziza Olimova')).toBeVisible();
  const file = String(await link.getAttribute('href'));
  expect(await savedText(page, file)).toBe(content);

  const viewer = await open(people.viewer);
  await viewer.goto(order);
  expect(await savedText(viewer, file)).toBe(content);
  await expect(fileBox(viewer).getByRole('button')).toHaveCount(0);

  const stranger = await open(people.rival);
  for (const path of [file, file.replace('/demo/', '/rival/')]) {
    expect((await stranger.goto(path))?.status()).toBe(404);
  }
  quiet.tolerate(/404/);
  const visitor = await open(null);
  await visitor.goto(file);
  await expect(visitor).toHaveURL(/\/sign-in/);

  await fileBox(page)
    .getByRole('button', { name: `Remove ${name}` })
    .click();
  await expect(link).toHaveCount(0);
  expect((await page.request.get(file)).status()).toBe(404);
});

test('files that are not what they say, or not taken, are refused in words', async ({ page }, testInfo) => {
  await takeOrder(page, unique('Refusing'));
  const box = fileBox(page);
  const refusal = box.getByRole('alert');
  const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(4_000)]);
  await dropFiles(box, { name: 'holiday.png', content: program });
  await expect(refusal).toContainText('holiday.png: Files of this kind are not taken');
  await dropFiles(box, { name: 'logo.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  await expect(refusal).toContainText('logo.svg: Files of this kind are not taken');
  await dropFiles(box, { name: 'page.txt', content: Buffer.from([0, 1, 2, 3]) });
  await expect(refusal).toContainText('page.txt: Files of this kind are not taken');
  await dropFiles(box, { name: 'nothing.txt', content: '' });
  await expect(refusal).toContainText('nothing.txt');

  const large = testInfo.outputPath('large.csv');
  await writeFile(large, Buffer.alloc(26 * 1_048_576, 'a'));
  await box.locator('input[type="file"]').setInputFiles(large);
  await expect(refusal).toContainText('large.csv: The file is too large');
  await page.reload();
  await expect(box.getByRole('listitem')).toHaveCount(0);
});
