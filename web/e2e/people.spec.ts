import { expect, test } from './fixtures';
import { linkMailedTo } from './support/mailbox';
import { GOOD_PASSWORD } from './support/people';
import { unique } from './support/records';

test('a person invited as viewer joins by mail and can change nothing', async ({ page, open, quiet }) => {
  const email = `viewer-${Date.now()}@guests.test`;
  await page.goto('/demo/settings/members');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText(email);

  const guest = await open(null);
  await guest.goto(await linkMailedTo(guest, email));
  await guest.getByLabel('Your name').fill('Vera Guest');
  await guest.getByLabel('Password', { exact: true }).fill(GOOD_PASSWORD);
  await guest.getByRole('main').getByRole('button').last().click();
  await guest.waitForURL(/\/demo$/);

  await guest.goto('/demo/orders');
  await expect(guest.getByRole('link', { name: 'New order' })).toHaveCount(0);
  await guest.goto('/demo/settings/company');
  await expect(guest.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled();
  await expect(guest.getByRole('button', { name: 'Save' })).toHaveCount(0);
  for (const path of ['audit', 'settings/members', 'settings/api-keys', 'settings/taxes/new', 'orders/new']) {
    expect((await guest.goto(`/demo/${path}`))?.status()).toBe(404);
  }
  quiet.tolerate(/404/);

  await page.goto('/demo/audit?action=member.join');
  await expect(page.getByRole('row').filter({ hasText: 'Vera Guest' }).first()).toBeVisible();
});

test('a key is shown once and dies at once', async ({ page, request }) => {
  const name = unique('Journey');
  await page.goto('/demo/settings/api-keys');
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Control+Enter');
  const secret = await page.getByRole('status').locator('code').textContent();
  const ask = () => request.get('/api/v1/orders', { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status()).toBe(200);
  await page.getByRole('button', { name: 'Done' }).click();
  const line = page.getByRole('listitem').filter({ hasText: name });
  await line.getByRole('button', { name: 'Revoke' }).click();
  await line.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(line).toContainText('Revoked');
  expect((await ask()).status()).toBe(401);
});

test('a wrong password is said beside its field', async ({ page }) => {
  await page.goto('/demo/settings/password');
  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
});
