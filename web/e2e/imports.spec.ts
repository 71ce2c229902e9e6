import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, people, test } from './fixtures';
import { expectAccessible } from './support/axe';
import { newCompany } from './support/companies';
import { downloadAskedBy, savedText } from './support/downloads';
import { dropFiles } from './support/dropped-file';
import { listRows } from './support/records';
import { whileWorkerSleeps } from './support/worker';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const SALES = 1_500;
const RETURNS = 20;
const CUSTOMERS = 40;
const PRODUCTS = 25;

const line = (order: string, item: number, quantity: number | string) =>
  [
    order,
    `JNY-${item % PRODUCTS}`,
    `"LANTERN, NO. ${item % PRODUCTS}"`,
    quantity,
    `2011-05-${String((item % 28) + 1).padStart(2, '0')} 10:30:00`,
    '2.55',
    12_000 + (item % CUSTOMERS),
    'United Kingdom',
  ].join(',');

/** A shop's file: orders of three lines, returns, and two orders with a line that cannot be understood. */
function shopFile(): { text: string; bad: number[] } {
  const sales = Array.from({ length: SALES }, (_, order) =>
    [1, 2, 3].map((quantity) => line(String(540_000 + order), order, quantity)),
  ).flat();
  const returns = Array.from({ length: RETURNS }, (_, order) => line(`C${550_000 + order}`, order, -1));
  const broken = [line('560000', 1, 'many'), line('560000', 1, 2), line('C560001', 2, 4)];
  const lines = [HEADER, ...sales, ...returns, ...broken];
  return { text: lines.join('\n'), bad: broken.map((_, index) => lines.length - broken.length + index + 1) };
}

async function drop(page: Page, tenant: string, name: string, content: Buffer): Promise<void> {
  await page.goto(`/${tenant}/imports/new`);
  await dropFiles(page.getByRole('region', { name: 'Drop a file of orders here' }), { name, content });
}

const figure = (page: Page, box: string, label: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: box, exact: true }) })
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd');

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** The columns are confirmed and what would happen is on the screen. */
async function plan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(page.getByRole('button', { name: 'Start the import' })).toBeVisible({ timeout: 30_000 });
}

async function start(page: Page, ending: string): Promise<void> {
  await page.getByRole('button', { name: 'Start the import' }).click();
  await expect(heading(page, ending)).toBeVisible({ timeout: 60_000 });
}

test("a shop's file becomes orders, is listed, exported and counted", async ({ page }) => {
  test.setTimeout(180_000);
  const { slug } = await newCompany('Lantern shop', people.owner);
  const { text, bad } = shopFile();
  const packed = gzipSync(text);
  await drop(page, slug, 'orders.csv.gz', packed);

  await test.step('columns are guessed and shown with the first lines', async () => {
    await expect(heading(page, 'What each column means')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByLabel('Order number')).toHaveValue('0');
    await expect(page.getByLabel('Customer number')).toHaveValue('6');
    const table = page.getByRole('region', { name: 'First lines of the file' });
    await expect(table.getByRole('cell', { name: 'LANTERN, NO. 0' }).first()).toBeVisible();
    await expect(table.getByRole('columnheader', { name: /^Quantity/ })).toContainText('Quantity');
    await expectAccessible(page, [new URL(page.url()).pathname]);
  });

  await test.step('what would happen follows the columns', async () => {
    await page.getByLabel('Customer number').selectOption({ label: 'Not in the file' });
    await plan(page);
    await expect(figure(page, 'Customers', 'New')).toHaveText('0');
    await page.getByRole('link', { name: 'Change columns' }).click();
    await page.getByLabel('Customer number').selectOption('6');
    await plan(page);
    await expect(figure(page, 'Customers', 'New')).toHaveText(String(CUSTOMERS));
    await expect(figure(page, 'Products', 'New')).toHaveText(String(PRODUCTS));
    await expect(figure(page, 'Orders', 'New sales')).toHaveText('1,500');
    await expect(figure(page, 'Orders', 'New returns')).toHaveText('20');
    await expect(figure(page, 'Lines of the file', 'Not imported')).toHaveText('3');
    // 1,500 orders of six lanterns and twenty that came back.
    await expect(page.getByText('22,899.00')).toBeVisible();
    await expectAccessible(page, [new URL(page.url()).pathname]);
  });

  await test.step('it runs, and says how far it is', async () => {
    await whileWorkerSleeps(async () => {
      await page.getByRole('button', { name: 'Start the import' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Importing orders…' })).toBeAttached();
      await expect(page.getByText('0 of 1,522 orders')).toBeVisible();
    });
    await expect(heading(page, 'The import is done')).toBeVisible({ timeout: 60_000 });
    await expect(figure(page, 'Orders', 'New sales')).toHaveText('1,500');
    await expect(page.getByText('22,899.00')).toBeVisible();
    await expectAccessible(page, [`/${slug}/imports`, `/${slug}/imports/new`, new URL(page.url()).pathname]);
  });

  await test.step('the lines left out are a file with reasons', async () => {
    const report = await savedText(page, `${new URL(page.url()).pathname}/report`);
    expect(report.trimEnd().split('\n')).toEqual([
      '\uFEFFLine,Column,Value,Reason',
      `${bad[0]},Quantity,many,this is not a number`,
      expect.stringContaining(`${bad[1]},InvoiceNo,560000,`),
      expect.stringContaining(`${bad[2]},Quantity,4,`),
    ]);
  });

  await test.step('its orders are listed alone and exported completely', async () => {
    await page.getByRole('link', { name: 'Show the orders' }).click();
    await expect(listRows(page)).toHaveCount(50);
    const file = await downloadAskedBy(page, () => page.getByRole('button', { name: 'Export this' }).click());
    const rows = (await savedText(page, file)).trimEnd().split('\n').slice(1);
    expect(rows).toHaveLength(SALES + RETURNS);
    expect(new Set(rows).size).toBe(SALES + RETURNS);
  });

  await test.step('the same file again changes nothing and says so', async () => {
    await drop(page, slug, 'orders.csv.gz', packed);
    await expect(page.getByLabel('Customer number')).toHaveValue('6', { timeout: 30_000 });
    await plan(page);
    await expect(heading(page, 'Nothing would change')).toBeVisible();
    await start(page, 'The import is done: nothing was changed');
    await expect(figure(page, 'Orders', 'Here already, the same')).toHaveText('1,520');
  });
});

const faulty = [
  { name: 'formula.csv', content: `${HEADER}\n1,A,=1+1,1,2011-05-01,2,7,France\n`, says: /formula.*Line 2/ },
  {
    name: 'quote.csv',
    content: `${HEADER}\n1,A,"Lamp,1,2011-05-01,2,7,France\n2,B,Cup,1,2011-05-01,2,7,France\n`,
    says: /quotation mark.*Line 2/,
  },
  { name: 'picture.csv', content: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', says: /picture/ },
  { name: 'header.csv', content: `${HEADER}\n`, says: /empty.*below the names/ },
  { name: 'page.xls', content: '<html><table><tr><td>1</td></tr></table></html>', says: /web page/ },
];

test('a broken file is refused in words and changes nothing', async ({ page }) => {
  test.setTimeout(120_000);
  const { slug } = await newCompany('Broken files', people.owner);
  for (const { name, content, says } of faulty) {
    await drop(page, slug, name, Buffer.from(content, 'latin1'));
    await expect(page.getByText('This file cannot be imported')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('main')).toContainText(says);
    await expect(page.getByRole('main')).toContainText('Nothing was changed.');
  }
  await expectAccessible(page, [new URL(page.url()).pathname]);

  await drop(page, slug, 'nothing.csv', Buffer.alloc(0));
  await expect(page.getByRole('main')).toContainText('nothing.csv is empty: it has 0 bytes.');

  await drop(page, slug, 'colours.csv', Buffer.from('Name,Colour\nLamp,red\nCup,blue\n'));
  await expect(heading(page, 'What each column means')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(page.getByText('Choose the column.').first()).toBeVisible();

  await page.goto(`/${slug}/orders`);
  await expect(listRows(page)).toHaveCount(0);
});
