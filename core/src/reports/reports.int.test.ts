import { beforeEach, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import {
  createCreditNote,
  createDeposit,
  createInvoice,
  invoiceOrders,
  issueInvoice,
  voidInvoice,
  type InvoiceDto,
} from '../invoices';
import { createOrder } from '../orders';
import { recordPayment } from '../payments';
import type { Ctx } from '../platform/context';
import { testTenant } from '../testing';
import {
  invoiceFigures,
  openItems,
  openItemsCsv,
  revenue,
  revenueCsv,
  taxReport,
  taxReportCsv,
} from './index';

let ctx: Ctx;
let customerId: string;
beforeEach(async () => {
  ctx = (await testTenant()).ctx;
  const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
  customerId = (await createCustomer(ctx, { name: '=Hawthorn', billingAddress })).id;
});

const items = [{ title: 'Lantern', quantity: '10', unitPrice: '10' }];
const issued = async (draft: Promise<InvoiceDto>) => issueInvoice(ctx, (await draft).id);
const gbp = (amount: string) => ({ amount, currency: 'GBP' });

it('count a deposit once, take credit notes off, and leave out drafts and what is void', async () => {
  const order = await createOrder(ctx, { status: 'placed', customerId, items });
  await issued(createDeposit(ctx, { orderId: order.id, percent: '30' }));
  expect((await revenue(ctx, {})).totals).toMatchObject([{ count: 1, net: gbp('3000'), tax: gbp('600') }]);
  const final = await issued(invoiceOrders(ctx, { orderIds: [order.id], deductDeposits: true }));
  expect(final.net).toEqual(gbp('7000'));
  const whole = { count: 2, net: gbp('10000'), tax: gbp('2000'), total: gbp('12000') };
  expect((await revenue(ctx, { by: 'customer' })).rows).toMatchObject([
    { key: customerId, name: '=Hawthorn', ...whole },
  ]);
  const wrong = await issued(createInvoice(ctx, { customerId, items }));
  await voidInvoice(ctx, wrong.id, { reason: 'Written twice' });
  await createInvoice(ctx, { customerId, items });
  expect((await revenue(ctx, {})).totals).toMatchObject([whole]);
  const other = await issued(createInvoice(ctx, { customerId, items }));
  await issued(createCreditNote(ctx, { invoiceId: other.id }));
  expect((await revenue(ctx, { by: 'month' })).totals).toMatchObject([{ ...whole, count: 4 }]);
  const { rows, totals } = await taxReport(ctx, {});
  expect(rows).toMatchObject([
    {
      taxCode: 'S',
      taxRate: '20',
      sales: { net: gbp('20000'), tax: gbp('4000') },
      credits: { net: gbp('10000'), tax: gbp('2000') },
      net: gbp('10000'),
      tax: gbp('2000'),
    },
  ]);
  expect(totals).toMatchObject([{ tax: gbp('2000') }]);
  expect((await openItems(ctx, {})).rows).toMatchObject([{ total: gbp('12000'), notDue: gbp('12000') }]);
});

it('say what is open, paid this month and in drafts', async () => {
  const invoice = await issued(createInvoice(ctx, { customerId, items }));
  await createInvoice(ctx, { customerId, items });
  const { day } = await openItems(ctx, {});
  const allocations = [{ invoiceId: invoice.id, amount: '5000' }];
  await recordPayment(ctx, { currency: 'GBP', amount: '6000', day, allocations });
  expect(await invoiceFigures(ctx)).toMatchObject({
    open: { count: 1, amounts: [gbp('7000')] },
    overdue: { count: 0, amounts: [gbp('0')] },
    paidThisMonth: { amounts: [gbp('6000')] },
    drafts: { count: 1, amounts: [gbp('12000')] },
  });
});

it('come as files with titles in the reader’s language, and no formulas', async () => {
  await issued(createInvoice(ctx, { customerId, items }));
  const open = await openItemsCsv(ctx, {}, 'en');
  expect(open.name).toMatch(/^open-items-\d{4}-\d\d-\d\d\.csv$/);
  expect(open.text).toBe(
    '\uFEFFCustomer,Currency,Documents,Not due,1–30 days,31–60 days,61–90 days,Over 90 days,Credits,Open\n' +
      `'=Hawthorn,GBP,1,120.00,0.00,0.00,0.00,0.00,0.00,120.00\n`,
  );
  const customers = await revenueCsv(ctx, { by: 'customer' }, 'ru');
  expect(customers.text).toContain(`\uFEFFКлиент,Валюта,Документов,`);
  expect(customers.text).toContain(`'=Hawthorn,GBP,1,100.00,20.00,120.00\n`);
  expect((await revenueCsv(ctx, { by: 'product' }, 'en')).text).toContain(
    'Without a product,GBP,1,10,100.00\n',
  );
  expect((await taxReportCsv(ctx, {}, 'en')).text).toContain(
    'Standard rate,20,GBP,1,100.00,20.00,0.00,0.00,100.00,20.00\n',
  );
});

it('refuse a period that ends before it begins', async () => {
  const wrong = { from: '2026-02-01', to: '2026-01-31' };
  await expect(taxReport(ctx, wrong)).rejects.toMatchObject({ code: 'invalid' });
  await expect(revenue(ctx, wrong)).rejects.toMatchObject({ code: 'invalid' });
});
