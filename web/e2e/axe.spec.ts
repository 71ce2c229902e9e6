import { expect, test } from './fixtures';
import { expectAccessible } from './support/axe';
import { press } from './support/invoices';
import { listRows } from './support/records';

const inDemo = (paths: readonly string[]) => paths.map((path) => `/demo${path}`);

test('axe finds nothing on home, lists and the order form', async ({ page }) => {
  test.slow();
  const paths = [
    '',
    '/orders',
    '/orders/new',
    '/invoices',
    '/invoices/new',
    '/customers',
    '/products',
    '/files',
    '/downloads',
    '/audit',
    '/offers',
    '/offers/new',
  ];
  await expectAccessible(page, inDemo(paths));
});

test('axe finds nothing on records and their forms', async ({ page }) => {
  test.slow();
  for (const list of ['orders?status=placed', 'customers', 'products']) {
    await page.goto(`/demo/${list}`);
    const record = await listRows(page).getByRole('link').first().getAttribute('href');
    expect(record).toMatch(/[0-9a-f-]{36}$/);
    await expectAccessible(page, [`${record}`, `${record}/edit`]);
  }
});

test('axe finds nothing on invoices, drafts and what asks before issuing', async ({ page }) => {
  test.slow();
  for (const state of ['draft', 'issued']) {
    await page.goto(`/demo/invoices?state=${state}`);
    const record = await listRows(page).getByRole('link').first().getAttribute('href');
    const paths = state === 'draft' ? [`${record}`, `${record}/edit`, `${record}?issue=1`] : [`${record}`];
    await expectAccessible(page, paths);
  }
});

test('axe finds nothing on payments, reminders, recurring invoices and reports', async ({ page }) => {
  test.slow();
  const paths = [
    '/payments',
    '/payments/new',
    '/payments/inbox',
    '/recurring',
    '/recurring/new',
    '/reminders',
    '/reports/open-items',
    '/reports/revenue',
    '/reports/tax',
    '/reports/payments',
  ];
  await expectAccessible(page, inDemo(paths));
});

test('axe finds nothing on an offer, a payment, a series and the statement of a customer', async ({
  page,
}) => {
  test.slow();
  const first = async (list: string) => {
    await page.goto(`/demo/${list}`);
    return listRows(page).getByRole('link').first().getAttribute('href');
  };
  const customer = await first('customers');
  await expectAccessible(page, [
    `${await first('offers?state=sent')}`,
    `${await first('payments')}`,
    `${await first('recurring')}`,
    `${customer}/statement`,
  ]);
});

test('axe finds nothing on the public pages of an invoice and an offer', async ({ page, open }) => {
  test.slow();
  const shared: string[] = [];
  for (const list of ['invoices?state=issued', 'offers?state=sent']) {
    await page.goto(`/demo/${list}`);
    await page.goto(String(await listRows(page).getByRole('link').first().getAttribute('href')));
    await press(page, 'New link');
    shared.push(await page.getByLabel('Address of the link').first().inputValue());
  }
  await expectAccessible(await open(null), shared);
});

test('axe finds nothing in the settings', async ({ page }) => {
  test.slow();
  const sections = [
    'company',
    'bank-accounts',
    'bank-accounts/new',
    'numbers',
    'documents',
    'mails',
    'reminders',
    'reminders/new',
    'members',
    'taxes',
    'taxes/new',
    'api-keys',
    'profile',
    'password',
    'sessions',
  ];
  await expectAccessible(page, inDemo(sections.map((section) => `/settings/${section}`)));
});

test.describe('a visitor', () => {
  test.use({ person: null });

  test('axe finds nothing before one signs in', async ({ page }) => {
    await expectAccessible(page, ['/sign-in', '/forgot', '/development/mails']);
  });
});
