import { expect, people, signIn, test } from './fixtures';
import { newCompany, newPerson, type NewCompany } from './support/companies';
import { linkMailedTo } from './support/mailbox';
import { passwordOf } from './support/people';

const NEW_PASSWORD = 'eleven loud lighthouses';

test.describe('a visitor', () => {
  test.use({ person: null });

  test('signs in, is led to the page asked for, and signs out', async ({ page, quiet }) => {
    await page.goto('/demo/orders?kind=return');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel('E-mail').fill(people.manager);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Address and password do not fit together.');
    quiet.tolerate(/401/);
    await expect(page.getByLabel('E-mail')).toHaveValue(people.manager);
    await page.getByLabel('Password', { exact: true }).fill(passwordOf(people.manager));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/demo/orders?kind=return');
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith('countinghouse.session'));

    await page.getByRole('button', { name: 'Martin Hale: your menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    // The cookie itself is worth nothing any more, whoever may have a copy.
    await page.context().addCookies(session ? [session] : []);
    await page.goto('/demo/orders');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });

  test('is told the same for an address without an account', async ({ page }) => {
    await page.goto('/forgot');
    await page.getByLabel('E-mail').fill('nobody@journeys.test');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('status')).toContainText('If nobody@journeys.test has an account here');
  });

  test('sets a new password by mail, and every old session ends', async ({ page, open }) => {
    const person = await newPerson('Fay Forgetful');
    const elsewhere = await open(person);
    await elsewhere.goto('/');
    await expect(elsewhere.getByText('You are in no company yet')).toBeVisible();

    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill(person);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('status')).toContainText(person);
    const link = await linkMailedTo(page, person);
    await page.goto(link);
    await page.getByLabel('New password').fill('password1234');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await expect(page.getByRole('alert').first()).toContainText('too easy to guess');
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.waitForURL('**/sign-in?told=password-set');

    await elsewhere.reload();
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await signIn(page, person, NEW_PASSWORD);
    await expect(page.getByText('You are in no company yet')).toBeVisible();
  });
});

test.describe('a person of two companies', () => {
  let person: string;
  let companies: [NewCompany, NewCompany];

  test.beforeAll(async () => {
    person = await newPerson('Nora North');
    companies = [await newCompany('North Quay', person), await newCompany('South Quay', person)];
  });

  test('goes from one to the other', async ({ open }) => {
    const [north, south] = companies;
    const page = await open(person);
    await page.goto(`/${north.slug}/products/new`);
    await page.getByLabel('SKU').fill('N-1');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Northern light');
    await page.getByRole('textbox', { name: 'Price', exact: true }).fill('1');
    await page.getByRole('button', { name: 'Add product' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Northern light');

    await page.getByRole('button', { name: north.name }).click();
    await page.getByRole('navigation', { name: 'Companies' }).getByRole('link', { name: south.name }).click();
    await page.waitForURL(`**/${south.slug}`);
    await expect(page.getByRole('banner').getByRole('button', { name: south.name })).toBeVisible();
    await page.goto(`/${south.slug}/products`);
    await expect(page.getByText('No products yet')).toBeVisible();
  });

  test('chooses Russian and another way to write dates, and back', async ({ open }) => {
    const page = await open(person);
    const profile = `/${companies[0].slug}/settings/profile`;
    await page.goto(profile);
    await page.getByLabel('Dates').selectOption('2026-11-21');
    await page.getByLabel('Language').selectOption('Русский');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('link', { name: 'Заказы', exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await page.goto(`/${companies[0].slug}/audit`);
    await expect(page.getByRole('cell', { name: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/ }).first()).toBeVisible();

    await page.goto(profile);
    await page.getByLabel('Даты').selectOption('21 ноя 2026');
    await page.getByLabel('Язык').selectOption('English');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('link', { name: 'Orders', exact: true })).toBeVisible();
    await page.goto(`/${companies[0].slug}/audit`);
    await expect(page.getByRole('cell', { name: /^\d+ \w{3} \d{4}, \d{2}:\d{2}$/ }).first()).toBeVisible();
  });

  test('ends a session, and the other browser is signed out at once', async ({ page, open }) => {
    const [{ slug }] = companies;
    await signIn(page, person);
    const other = await open(null);
    await signIn(other, person);
    await other.goto(`/${slug}/orders`);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Orders');

    await page.goto(`/${slug}/settings/sessions`);
    const lines = page.getByRole('main').getByRole('listitem');
    const before = await lines.count();
    // The newest stands above; this browser has signed in before the other one.
    const theirs = lines.filter({ hasNotText: 'This one' }).first();
    await theirs.getByRole('button', { name: 'End', exact: true }).click();
    await theirs.getByRole('button', { name: 'End this session' }).click();
    await expect(lines).toHaveCount(before - 1);
    await other.goto(`/${slug}/orders`);
    await expect(other).toHaveURL(/\/sign-in/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
