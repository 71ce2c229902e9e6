import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedCalls, examples, ifMatch } from './testing/described-calls';
import { testApi, type TestApi } from './testing/server';

let api: TestApi;
let customerId: string;
beforeAll(async () => {
  api = await testApi();
  await call('updateCompanyProfileForTest').catch(() => undefined);
  customerId = (
    await call('createCustomer', {
      body: { name: 'Hawthorn & Sons', billingAddress: { line1: '2 Mill Lane', city: 'Bath', country: 'GB' } },
    })
  ).id;
});
afterAll(() => api.close());

const call = describedCalls(() => api);

const takeOrder = (quantity = '10') =>
  call('createOrder', {
    body: { status: 'placed', customerId, items: [{ title: 'Lantern', quantity, unitPrice: '3.39' }] },
  });
