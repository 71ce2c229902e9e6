import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ask, newKey } from './support/api';
import { unique } from './support/records';

interface Record {
  id: string;
  version: number;
  number: string;
}

/** What a company does with the API in an instant: a customer with documents, and money that came. */
class Desk {
  private constructor(
    private readonly page: Page,
    private readonly key: string,
    private readonly customerId: string,
  ) {}

  static async open(page: Page): Promise<Desk> {
    const key = await newKey(page, 'demo', unique('Settlement'), /./);
    const answer = await ask(page, key, 'POST', '/customers', {
      name: unique('Settled'),
      billingAddress: { line1: '1 High Street', city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
    });
    const { id } = (await answer.json()) as Record;
    return new Desk(page, key, id);
  }

  private async post(path: string, data?: unknown): Promise<Record> {
    const answer = await ask(this.page, this.key, 'POST', path, data);
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Record;
  }

  /** An issued invoice over an amount in pounds. */
  async invoice(amount: string): Promise<Record> {
    const draft = await this.post('/invoices', {
      customerId: this.customerId,
      currency: 'GBP',
      pricesIncludeTax: true,
      items: [{ title: 'Consulting', quantity: '1', unitPrice: amount }],
    });
    return this.post(`/invoices/${draft.id}/issue`);
  }

  /** A payment; what settles no document stays as credit. */
  async payment(minor: string, invoiceId?: string): Promise<Record> {
    return this.post('/payments', {
      customerId: this.customerId,
      currency: 'GBP',
      amount: minor,
      allocations: invoiceId ? [{ invoiceId, amount: minor }] : [],
    });
  }

  async creditNote(invoiceId: string): Promise<Record> {
    const draft = await this.post(`/invoices/${invoiceId}/credit-notes`);
    return this.post(`/invoices/${draft.id}/issue`);
  }

  show = (document: Record) => this.page.goto(`/demo/invoices/${document.id}`);
}

const aside = (page: Page): Locator => page.getByRole('complementary');
const dialog = (page: Page): Locator => page.getByRole('dialog');
const amountField = (page: Page) => dialog(page).getByLabel('Amount (GBP)');

async function more(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: item, exact: true }).click();
}

/** The dialog goes when it is done, and the page says what is open now. */
async function finish(page: Page, button: string, open: string): Promise<void> {
  await dialog(page).getByRole('button', { name: button, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(aside(page).getByText(open, { exact: true }).first()).toBeVisible();
}

test('a credit note is used for an invoice, and what is left of it is paid back', async ({ page }) => {
  const desk = await Desk.open(page);
  const paid = await desk.invoice('100');
  await desk.payment('10000', paid.id);
  const credit = await desk.creditNote(paid.id);
  const invoice = await desk.invoice('150');

  await desk.show(credit);
  await page.getByRole('button', { name: 'Use for an invoice…' }).click();
  const amount = dialog(page).getByLabel(`Amount for ${invoice.number}`);
  await expect(amount).toHaveValue('100.00');
  await amount.fill('120');
  await expect(dialog(page).getByText(/^Too much by 20\.00/)).toBeVisible();
  await amount.fill('60');
  await finish(page, 'Use credit note', '40.00 GBP');
  await expect(aside(page).getByText(`Invoice ${invoice.number}`)).toBeVisible();

  await page.getByRole('button', { name: 'Pay back…' }).click();
  await expect(amountField(page)).toHaveValue('40.00');
  await amountField(page).fill('40.01');
  await dialog(page).getByRole('button', { name: 'Record as paid back' }).click();
  await expect(amountField(page)).toHaveAttribute('aria-invalid', 'true');
  await amountField(page).fill('40');
  await dialog(page).getByLabel('Reference').fill('Back to you');
  await finish(page, 'Record as paid back', '0.00 GBP');
  await expect(page.getByRole('button', { name: 'Pay back…' })).toHaveCount(0);

  await aside(page).getByRole('link', { name: 'Paid back' }).click();
  await expect(page.getByText('Back to you')).toBeVisible();
  await desk.show(invoice);
  await aside(page).getByRole('link', { name: credit.number }).click();
  await expect(page).toHaveURL(new RegExp(credit.id));
});

test('credit of a customer settles an invoice, is taken back, and the rest is written off', async ({
  page,
}) => {
  const desk = await Desk.open(page);
  const paid = await desk.invoice('30');
  await desk.payment('3000', paid.id);
  const credit = await desk.creditNote(paid.id);
  await desk.payment('2500');
  const invoice = await desk.invoice('60');

  await desk.show(invoice);
  await more(page, 'Use credit…');
  await expect(amountField(page)).toHaveValue('30.00');
  await finish(page, 'Use credit', '30.00 GBP');
  await expect(aside(page).getByText(`Credit note ${credit.number}`)).toBeVisible();
  await more(page, 'Use credit…');
  await expect(dialog(page).getByRole('radio')).toHaveCount(1);
  await expect(amountField(page)).toHaveValue('25.00');
  await finish(page, 'Use credit', '5.00 GBP');

  await more(page, 'Write off the rest…');
  await expect(amountField(page)).toHaveValue('5.00');
  await dialog(page).getByLabel('Why').selectOption({ label: 'Bank fee' });
  await dialog(page).getByLabel('Note').fill('Abroad');
  await finish(page, 'Write off', '0.00 GBP');
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible();
  await expect(aside(page).getByText('Bank fee: Abroad')).toBeVisible();

  const written = aside(page).getByRole('listitem').filter({ hasText: 'Bank fee' }).first();
  await written.getByRole('button', { name: 'Take back' }).click();
  await written.getByRole('button', { name: /^Take 5\.00.GBP back$/ }).click();
  await expect(aside(page).getByText('5.00 GBP', { exact: true }).first()).toBeVisible();
  await expect(aside(page).getByText('Taken back').first()).toBeVisible();
});
