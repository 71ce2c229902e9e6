import { expect, people, test } from './fixtures';
import { addCustomer, itemField, takeOrder, unique } from './support/records';

test('a form keeps what was typed and names the wrong field', async ({ page }) => {
  await page.goto('/demo/orders/new');
  await itemField(page).fill('Kept text');
  await page.getByLabel('Quantity, line 1').fill('many');
  await page.getByLabel('Price, line 1').fill('1');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(itemField(page)).toHaveValue('Kept text');
  await expect(page.getByLabel('Quantity, line 1')).toHaveAttribute('aria-invalid', 'true');
});

const contended = [
  { what: 'order', add: takeOrder },
  { what: 'customer', add: addCustomer },
];
for (const { what, add } of contended) {
  test(`two people who change one ${what} never overwrite each other`, async ({ page, open }) => {
    const address = await add(page, unique('Contended'));
    await page.goto(`${address}/edit`);
    const other = await open(people.manager);
    await other.goto(`${address}/edit`);
    await other.getByRole('textbox', { name: 'Notes' }).fill('The manager was quicker.');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.waitForURL(`**${address}`);
    await page.getByRole('textbox', { name: 'Notes' }).fill('The owner was slower.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('Someone else has changed this');
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('The owner was slower.');
    const newest = await open(people.owner);
    await newest.goto(`${address}/edit`);
    await expect(newest.getByRole('textbox', { name: 'Notes' })).toHaveValue('The manager was quicker.');
  });
}
