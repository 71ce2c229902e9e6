import { expect, people, test } from './fixtures';
import { allCalls, ask, listed, newKey, proposedLetter } from './support/api';
import { addressOf, panelAddresses, type Ids } from './support/panel-addresses';
import { unique } from './support/records';

const writes =
  /^(new|add|change|edit|save|send|place|deliver|issue|invoice|credit note|record|duplicate|close order|cancel|archive|restore|remove|delete|revoke|invite|import|export|make|create|undo|finish|accept|decline|withdraw|confirm|allocate|spread|take back|void|pause|resume|end|skip|settle|write off|use|pay back)\b|^tag$/i;
/** Statements and reports ask for their period. */
const asksForPeriod = /\/(statement|reports\/[\w-]+)$/;
/** A sample is shown in the language and as the document that one chooses. */
const asksForSample = /settings\/(documents|mails)$/;
/** What everybody may change about themselves. */
const own = /settings\/(profile|password|sessions)$/;

test('a viewer sees what viewers may, and nowhere a control that writes', async ({ page, open }) => {
  const key = await newKey(page, 'demo', unique('Reading'), /: read$/);
  const ids: Ids = {};
  const lists = [
    'orders',
    'invoices',
    'customers',
    'products',
    'tax-categories',
    'files',
    'imports',
    'exports',
    'offers',
    'payments',
    'recurring-invoices',
    'reminder-levels',
    'bank-accounts',
  ];
  for (const list of lists) {
    ids[list] = (await listed(page, key, list))[0]?.id ?? '00000000-0000-7000-8000-000000000000';
  }
  ids['taxes'] = String(ids['tax-categories']);
  ids['downloads'] = String(ids['exports']);
  ids['recurring'] = String(ids['recurring-invoices']);
  ids['reminders'] = String(ids['reminder-levels']);
  ids['letter'] = await proposedLetter(page, key);

  const viewer = await open(people.viewer);
  const seen: string[] = [];
  for (const address of panelAddresses.filter(({ isPage }) => isPage)) {
    const path = addressOf(address, 'demo', ids);
    if ((await viewer.request.get(path)).status() === 404) continue;
    seen.push(address.pattern.replace('/[tenant]', ''));
    if (own.test(path)) continue;
    await viewer.goto(path);
    await expect(viewer.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const main = viewer.getByRole('main');
    const controls = await main.getByRole('button').or(main.getByRole('link')).allInnerTexts();
    expect
      .soft(
        controls.map((text) => text.trim()).filter((text) => writes.test(text)),
        path,
      )
      .toEqual([]);
    await expect.soft(main.locator('input[type="file"]'), path).toHaveCount(0);
    if (asksForPeriod.test(path)) continue;
    await expect
      .soft(main.locator('form input:enabled, form select:enabled'), path)
      .toHaveCount(asksForSample.test(path) ? 2 : 0);
  }
  expect(seen).toEqual([
    '',
    '/customers',
    '/customers/[id]',
    '/customers/[id]/statement',
    '/files',
    '/invoices',
    '/invoices/[id]',
    '/offers',
    '/offers/[id]',
    '/orders',
    '/orders/[id]',
    '/payments',
    '/payments/[id]',
    '/payments/inbox',
    '/products',
    '/products/[id]',
    '/recurring',
    '/recurring/[id]',
    '/reminders',
    '/reminders/paused',
    '/reminders/preview',
    '/reminders/sent',
    '/settings',
    '/settings/bank-accounts',
    '/settings/company',
    '/settings/documents',
    '/settings/mails',
    '/settings/numbers',
    '/settings/password',
    '/settings/profile',
    '/settings/reminders',
    '/settings/sessions',
    '/settings/taxes',
  ]);
});

test('a key that may read changes nothing, and no key sees nothing', async ({ page }) => {
  const key = await newKey(page, 'demo', unique('Reading'), /: read$/);
  const [order] = await listed(page, key, 'orders');
  for (const { method, path, name, example } of await allCalls(page)) {
    const record = path.replace('{id}', String(order?.id));
    const keyless = await ask(page, null, method, record, example);
    expect.soft(keyless.status(), `${name} without a key`).toBe(401);
    // A preview keeps nothing.
    if (method === 'GET' || path.endsWith('/preview')) continue;
    const answer = await ask(page, key, method, record, example);
    const told = `${name} ${await answer.text()}`;
    // A record of another kind under this id is not found before it is asked who may change it.
    const refused = path.startsWith('/orders') || !path.includes('{id}') ? [403] : [403, 404];
    expect.soft(refused, told).toContain(answer.status());
  }
});
