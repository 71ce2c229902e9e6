import AxeBuilder from '@axe-core/playwright';
import { expect, signIn, test } from './fixtures';

const sections = ['company', 'members', 'taxes', 'taxes/new', 'api-keys', 'profile', 'password', 'sessions'];

test('a person invited as viewer joins by mail and can change nothing', async ({ page, browser }) => {
  const email = `viewer-${Date.now()}@guests.test`;
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/settings/members');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText(email);

  const guest = await (await browser.newContext()).newPage();
  const mail = guest.getByRole('article').filter({ hasText: email });
  await expect(async () => {
    await guest.goto('/development/mails');
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await mail.getByRole('link').first().click();
  await guest.getByLabel('Your name').fill('Vera Guest');
  await guest.getByLabel('Password', { exact: true }).fill('seven quiet harbours');
  await guest.getByRole('main').getByRole('button').last().click();
  await guest.waitForURL(/\/demo$/);

  await guest.goto('/demo/orders');
  await expect(guest.getByRole('link', { name: 'New order' })).toHaveCount(0);
  await guest.goto('/demo/settings/company');
  await expect(guest.getByLabel('Name')).toBeDisabled();
  await expect(guest.getByRole('button', { name: 'Save' })).toHaveCount(0);
  for (const path of ['audit', 'settings/members', 'settings/api-keys', 'settings/taxes/new', 'orders/new']) {
    expect((await guest.goto(`/demo/${path}`))?.status()).toBe(404);
  }

  await page.goto('/demo/audit?action=member.join');
  await expect(page.getByRole('row').filter({ hasText: 'Vera Guest' }).first()).toBeVisible();
});

test('a key is shown once and dies at once', async ({ page, request }) => {
  const name = `Journey ${Date.now()}`;
  await signIn(page, 'owner@demo.test');
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
  await signIn(page, 'owner@demo.test');
  await page.goto('/demo/settings/password');
  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill('seven quiet harbours');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
});

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in settings at ${width} px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await signIn(page, 'owner@demo.test');
      const paths = [
        ...sections.map((section) => `/demo/settings/${section}`),
        '/demo/audit',
        '/development/mails',
      ];
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  }
}
