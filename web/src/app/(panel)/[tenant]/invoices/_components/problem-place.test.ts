import { expect, it } from 'vitest';
import { placeOf } from './problem-place';

it.each([
  ['seller.vatId', 'company'],
  ['company.vatId', 'company'],
  ['buyer.address.country', 'customer'],
  ['customer.billingAddress.country', 'customer'],
  ['deliverTo.country', 'customer'],
  ['payment.accounts.0.iban', 'accounts'],
  ['taxGroups.1.exemptionReason', 'taxes'],
  ['items.2.title', 'draft'],
  ['dueDate', 'draft'],
  ['', 'draft'],
])('%s is mended at the %s', (path, place) => {
  expect(placeOf(path)).toBe(place);
});
