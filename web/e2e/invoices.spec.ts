import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addBuyer, chooseInvoice, heading, issue, makeDraft, press } from './support/invoices';
import { itemField, listRows, unique } from './support/records';

/** Takes an order of ten lanterns at 3.39 for a customer and opens it. */
async function orderFor(page: Page, customer: string): Promise<string> {
  await page.goto('/demo/orders/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await itemField(page).fill(unique('Lantern'));
  await page.getByLabel('Quantity, line 1').fill('10');
  await page.getByLabel('Price, line 1').fill('3.39');
  await press(page, 'Place order');
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test('an owner writes an invoice, sees its sheet, issues it and downloads it', async ({ page }) => {
  const customer = unique('Hawthorn');
  await addBuyer(page, customer);
  await page.getByRole('link', { name: 'New invoice' }).click();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(customer);
  await itemField(page).fill('Consulting in November');
  await page.getByLabel('Quantity, line 1').fill('2');
  await page.getByLabel('Price, line 1').fill('150');
  await press(page, 'Save and issue…');

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It takes the number')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep as draft' }).click();
  await expect(page.getByRole('document', { name: /^Invoice/ })).toContainText('Consulting in November');
  const number = await issue(page);

  await expect(page.getByText('Open', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Issued by /)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Record payment' })).toBeVisible();
  await expect(page.getByText('1 page', { exact: true })).toBeVisible({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'PDF').then(() => page.getByRole('link', { name: /^PDF with e-invoice/ }).click()),
  ]);
  expect(file.suggestedFilename()).toContain(number);

  await page.goto(`/demo/invoices?q=${number}`);
  await expect(listRows(page)).toHaveCount(1);
  await expect(listRows(page)).toContainText(customer);
});

test('on a phone an order is invoiced and issued by questions that have its width', async ({ page }) => {
  const customer = unique('Quill');
  await addBuyer(page, customer);
  await orderFor(page, customer);
  const width = 390;
  await page.setViewportSize({ width, height: 844 });
  const dialog = page.getByRole('dialog');
  const fits = async () => expect((await dialog.boundingBox())?.width).toBeGreaterThan(0.9 * width);
  await press(page, 'More actions');
  await chooseInvoice(page, 'Everything that is left');
  await fits();
  await makeDraft(page);
  await press(page, 'Issue');
  await expect(dialog.getByText('It takes the number')).toBeVisible();
  await fits();
  await press(page, 'Issue now');
  await expect(heading(page)).toContainText(/INV-\d{4}-\d+/);
});

test('an order is invoiced in parts, never twice, and credited', async ({ page }) => {
  const customer = unique('Parts');
  await addBuyer(page, customer);
  const order = await orderFor(page, customer);

  await chooseInvoice(page, 'A percentage of the order');
  await page.getByRole('textbox', { name: 'Percentage', exact: true }).fill('40');
  await makeDraft(page);
  await issue(page);
  await page.goto(order);
  await expect(page.getByText('4 invoiced')).toBeVisible();

  await chooseInvoice(page, 'Quantities of some lines');
  await page.getByLabel('Invoice, line 1').fill('7');
  await press(page, 'Make the draft');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Invoice, line 1')).toHaveAccessibleDescription(
    'Is more than is left to invoice.',
  );
  await page.getByText('Everything that is left', { exact: true }).click();
  await makeDraft(page);
  const number = await issue(page);
  await page.goto(order);
  await expect(page.getByText('10 invoiced')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invoice', exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Credit note', exact: true }).click();
  await page.getByText('Quantities of some lines', { exact: true }).click();
  await page.getByLabel('Credit, line 1').fill('70');
  await press(page, 'Make the draft');
  await expect(page.getByLabel('Credit, line 1')).toHaveAccessibleDescription(
    'Is more than is left to credit.',
  );
  await page.getByLabel('Credit, line 1').fill('1');
  await page.getByLabel('Reason').fill('Came back broken');
  await makeDraft(page);
  await expect(heading(page)).toContainText('Draft credit note');
  const credit = await issue(page);
  const side = page.getByRole('complementary');
  await side.getByRole('link', { name: number }).first().click();
  await expect(side.getByRole('link', { name: credit }).first()).toBeVisible();
  await expect(side.getByText(`Credit note ${credit}`).first()).toBeVisible();
});

test('many orders become one invoice for each customer; what is refused is told', async ({ page }) => {
  const customer = unique('Together');
  await addBuyer(page, customer);
  await orderFor(page, customer);
  await orderFor(page, customer);
  await page.goto(`/demo/orders?q=${encodeURIComponent(customer)}`);
  await expect(listRows(page)).toHaveCount(2);
  const invoiceAll = async () => {
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    await press(page, 'Invoice these');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One for each customer and currency').click();
    await dialog.getByText('Issue them at once').click();
    await press(page, 'Make invoices');
  };
  await invoiceAll();
  await expect(page.getByRole('heading', { name: '1 invoice made.' })).toBeVisible();
  await page.getByRole('link', { name: 'Show them' }).click();
  await expect(listRows(page)).toHaveCount(1);
  await expect(listRows(page)).toContainText(customer);

  await page.goto(`/demo/orders?q=${encodeURIComponent(customer)}`);
  await invoiceAll();
  await expect(page.getByRole('heading', { name: 'No invoice was made.' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Orders that were left as they are' })).toBeVisible();
});
