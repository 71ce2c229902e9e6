import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ask } from './support/api';
import { dropFiles } from './support/dropped-file';
import { addBuyer, chooseInvoice, heading, issue, makeDraft, press } from './support/invoices';
import { linkMailedTo } from './support/mailbox';
import { GOOD_PASSWORD } from './support/people';
import { itemField, listRows } from './support/records';
import { sellingCompany } from './support/selling-company';

const CUSTOMER = 'Hawthorn & Sons';
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const open = (page: Page) =>
  page.getByRole('complementary').getByRole('heading', { name: 'Open' }).locator('..');

/** Issues the draft on the page as of some days ago, so that its due date may be over by now. */
async function issueAsOf(page: Page, key: string, days: number): Promise<string> {
  const id = String(new URL(page.url()).pathname.split('/').at(-1));
  const day = daysAgo(days);
  const answer = await ask(page, key, 'PATCH', `/invoices/${id}`, { issueDate: day, deliveryFrom: day });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.reload();
  return issue(page);
}

/** Adds somebody to the company in a role; what they see is a page of their own. */
async function colleague(page: Page, guest: Page, slug: string, role: string): Promise<void> {
  const email = `${role.toLowerCase()}-${Date.now()}@guests.test`;
  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role });
  await press(page, 'Send invitation');
  await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText(email);
  await guest.goto(await linkMailedTo(guest, email));
  await guest.getByLabel('Your name').fill('Ada Counter');
  await guest.getByLabel('Password', { exact: true }).fill(GOOD_PASSWORD);
  await guest.getByRole('main').getByRole('button').last().click();
  await guest.waitForURL(new RegExp(`/${slug}$`));
}

test('an offer becomes an order, invoices in parts, and money', async ({ page, open: opened }) => {
  test.setTimeout(240_000);
  const { slug, key } = await sellingCompany(page, 'Oak and Iron');
  let orderPage = '';

  await test.step('an offer is written, finished and shared', async () => {
    await addBuyer(page, CUSTOMER, slug);
    await page.goto(`/${slug}/offers/new`);
    await page.getByRole('combobox', { name: 'Customer' }).fill(CUSTOMER);
    await page.getByRole('option', { name: CUSTOMER }).click();
    await itemField(page).fill('Oak shelf');
    await page.getByLabel('Quantity, line 1').fill('10');
    await page.getByLabel('Price, line 1').fill('30');
    await press(page, 'Save and finish');
    await expect(heading(page)).toContainText(/OF-\d{4}-00001/);
    await press(page, 'New link');
  });

  await test.step('the customer accepts it on its public page', async () => {
    const visitor = await opened(null);
    await visitor.goto(await page.getByLabel('Address of the link').inputValue());
    await expect(visitor.getByRole('document', { name: /^Offer/ })).toContainText('Oak shelf');
    await press(visitor, 'Accept the offer');
    await expect(visitor.getByLabel('Your name')).toBeFocused();
    await visitor.getByLabel('Your name').fill('Henry Hawthorn');
    await press(visitor, 'Accept the offer');
    await expect(visitor.getByText(/^Accepted by Henry Hawthorn on /)).toBeVisible();
    await page.reload();
    await expect(page.getByText('Accepted by Henry Hawthorn').first()).toBeVisible();
    await press(page, 'Make an order');
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    orderPage = new URL(page.url()).pathname;
  });

  await test.step('a deposit of 30 % is invoiced and paid', async () => {
    await chooseInvoice(page, 'A deposit in advance');
    await page.getByRole('textbox', { name: /^Percentage, or an amount/ }).fill('30%');
    await makeDraft(page);
    await issueAsOf(page, key, 40);
    await expect(open(page)).toContainText('108.00');
    await page.getByRole('link', { name: 'Record payment' }).click();
    await expect(page.getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('108.00');
    await press(page, 'Record payment');
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Allocated', { exact: true }).first()).toBeVisible();
  });

  await test.step('a part is delivered and invoiced, then the rest less the deposit', async () => {
    await page.goto(orderPage);
    await press(page, 'Deliver part');
    await page.getByLabel('Delivered now, line 1').fill('11');
    await press(page, 'Record delivery');
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await page.getByLabel('Delivered now, line 1').fill('4');
    await press(page, 'Record delivery');
    await expect(page.getByText('4 delivered')).toBeVisible();
    await chooseInvoice(page, 'What was delivered');
    await makeDraft(page);
    await issueAsOf(page, key, 32);
    await expect(open(page)).toContainText('144.00');

    await page.goto(orderPage);
    await press(page, 'Deliver all');
    await expect(page.getByText('10 delivered')).toBeVisible();
    await chooseInvoice(page, 'Everything that is left');
    await expect(page.getByText('Deposits to be deducted: 108.00 GBP')).toBeVisible();
    await makeDraft(page);
  });

  const final = await test.step('the final invoice goes out by mail', async () => {
    const number = await issueAsOf(page, key, 30);
    await expect(open(page)).toContainText('108.00');
    await press(page, 'Send by mail');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Subject')).toHaveValue(new RegExp(number));
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    const visitor = await opened(null);
    await visitor.goto(await linkMailedTo(visitor, 'anna@example.com'));
    await expect(visitor.getByRole('heading', { name: 'To be paid' })).toBeVisible();
    await expect(visitor.getByText('108.00').first()).toBeVisible();
    return number;
  });
  const finalPage = new URL(page.url()).pathname;

  await test.step('a part of it comes with a file of the bank', async () => {
    await page.goto(`/${slug}/payments/inbox`);
    const content = `Date;Amount;Name;Details\n${daysAgo(1)};60.00;HAWTHORN;Part of ${final}\n`;
    await dropFiles(page.getByText(/^Drop a statement of your bank here/).locator('..'), {
      name: 'bank.csv',
      content,
    });
    await press(page, 'Import');
    const movement = page.getByRole('listitem').filter({ hasText: `Part of ${final}` });
    await expect(movement).toContainText('part of what is open');
    await movement.getByRole('button', { name: 'Confirm' }).first().click();
    await expect(page.getByText('The payment is booked.')).toBeVisible();
    await page.goto(finalPage);
    await expect(page.getByText('Part paid', { exact: true }).first()).toBeVisible();
    await expect(open(page)).toContainText('48.00');
  });

  await test.step('what is late is reminded of', async () => {
    await page.goto(`/${slug}/settings/reminders`);
    await press(page, 'Add the usual levels');
    await expect(page.getByRole('list', { name: 'Levels' })).toContainText('First reminder');
    await page.goto(`/${slug}/reminders`);
    await expect(page.getByRole('region', { name: CUSTOMER }).first()).toContainText(final);
    await press(page, 'Send 1 letter');
    await expect(page.getByText('1 letter is on its way.')).toBeVisible();
    await page.goto(`/${slug}/reminders/sent`);
    await expect(page.getByRole('row').filter({ hasText: CUSTOMER })).toHaveCount(1);
  });

  await test.step('one payment settles the rest of both invoices', async () => {
    await page.goto(`${finalPage}`);
    await page.getByRole('link', { name: 'Record payment' }).click();
    await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('192.00');
    await press(page, 'Spread, oldest first');
    await press(page, 'Record payment');
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
    await page.goto(`/${slug}/invoices`);
    await expect(listRows(page)).toHaveCount(3);
    await expect(listRows(page).getByText('Paid', { exact: true })).toHaveCount(3);
  });

  await test.step('the accountant reads what came of it', async () => {
    const analyst = await opened(null);
    await colleague(page, analyst, slug, 'Analyst');
    const period = `from=${daysAgo(60)}&to=${daysAgo(0)}`;
    await analyst.goto(`/${slug}/reports/revenue?by=customer&${period}`);
    await expect(analyst.getByRole('row').filter({ hasText: CUSTOMER })).toContainText('360.00');
    await analyst.goto(`/${slug}/reports/tax?${period}`);
    await expect(analyst.getByRole('row').filter({ hasText: 'Standard rate' })).toContainText('60.00');
    await analyst.goto(`/${slug}/reports/open-items`);
    await expect(analyst.getByText(CUSTOMER)).toHaveCount(0);
    await expect(analyst.getByRole('button', { name: /^(New|Record|Issue)/ })).toHaveCount(0);
    await analyst.goto(finalPage);
    await expect(analyst.getByRole('button', { name: 'Credit note' })).toHaveCount(0);
  });
});
