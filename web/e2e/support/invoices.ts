import { expect, type Locator, type Page } from '@playwright/test';
import { addCustomer } from './records';

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
/** That of the page: the sheet has a heading of its own, further down. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 }).first();
const invoicePage = /\/invoices\/[0-9a-f-]{36}$/;

/** A customer with the country that an invoice has to name; answers the address of its page. */
export async function addBuyer(page: Page, name: string, tenant = 'demo'): Promise<string> {
  const address = await addCustomer(page, name, tenant);
  await page.goto(`${address}/edit`);
  await page.getByRole('combobox', { name: 'Country' }).first().fill('United Kingdom');
  await page.getByRole('option', { name: 'United Kingdom' }).click();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**${address}`);
  return address;
}

/** Issues the draft on the page: the dialog shows the number that it then has. */
export async function issue(page: Page): Promise<string> {
  await page.getByRole('main').getByRole('button', { name: 'Issue', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const number = await dialog.getByText(/^(INV|CN)-\d{4}-\d+$/).textContent();
  await dialog.getByRole('button', { name: 'Issue now' }).click();
  await expect(heading(page)).toContainText(String(number));
  return String(number);
}

/** Says in the dialog of an order what of it is invoiced. */
export async function chooseInvoice(page: Page, choice: string): Promise<void> {
  await press(page, 'Invoice');
  await page.getByRole('dialog').getByText(choice, { exact: true }).click();
}

export const makeDraft = async (page: Page): Promise<void> => {
  await press(page, 'Make the draft');
  await page.waitForURL(invoicePage);
};
