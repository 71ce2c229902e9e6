import { expect, test } from './fixtures';
import { newCompany } from './support/companies';
import { linkMailedTo } from './support/mailbox';
import { GOOD_PASSWORD } from './support/people';
import { itemField } from './support/records';

test.use({ person: null });

test('the owner of an empty company comes from the mail to the first order', async ({ page }) => {
  const email = `founder.${Date.now().toString(36)}@journeys.test`;
  const { slug, name } = await newCompany('Hawthorn', email);

  await page.goto(await linkMailedTo(page, email));
  await page.getByLabel('New password').fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set. Sign in with it.')).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(GOOD_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${slug}`);
  await expect(page.getByRole('banner')).toContainText(name);

  await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
  await expect(page.getByText('0 orders')).toHaveCount(2);
  await page.getByRole('link', { name: 'Add a product' }).click();
  await page.getByLabel('SKU').fill('HW-1');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Storm lantern');
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('12.50');
  await page.getByRole('button', { name: 'Add product' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Storm lantern');

  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page.getByText('No customers yet')).toBeVisible();
  await page.getByRole('link', { name: 'New customer' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Hatch & Sons');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hatch & Sons');

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('link', { name: 'Take an order' }).click();
  await page.getByRole('combobox', { name: 'Customer' }).fill('hatc');
  await page.getByRole('option', { name: 'Hatch & Sons' }).click();
  await itemField(page).fill('lant');
  await page.getByRole('option', { name: 'Storm lantern' }).click();
  await expect(page.getByLabel('Price, line 1')).toHaveValue('12.5');
  await page.getByLabel('Quantity, line 1').fill('3');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SO-');
  await expect(page.getByRole('main')).toContainText('45.00');

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Newest orders' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0);
  await expect(page.getByText('1 order', { exact: true })).toHaveCount(2);
  await expect(page.getByRole('listitem').filter({ hasText: 'Hatch & Sons' })).toContainText('45.00');
});
