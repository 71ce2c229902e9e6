import { columnTitle } from '@countinghouse/core/exports';
import { languages } from '@countinghouse/core/platform/time';
import { expect, it } from 'vitest';
import { messagesOf } from './messages';

/** Where screens keep a column's title under another key than the export. */
const otherKeys: Readonly<Record<string, string>> = { taxCategoryId: 'taxCategory' };
const notExported = new Set(['names', 'billingAddress', 'deliveryAddresses']);

it.each(languages)('titles of exported columns are those of the lists in %s', async (language) => {
  const { orders, customers, products } = (await messagesOf(language)) as unknown as {
    orders: { columns: Record<string, string> };
    customers: { fields: Record<string, string> };
    products: { fields: Record<string, string> };
  };
  for (const titles of [orders.columns, customers.fields, products.fields]) {
    for (const [key, title] of Object.entries(titles)) {
      if (!notExported.has(key))
        expect([key, columnTitle(otherKeys[key] ?? key, language)]).toEqual([key, title]);
    }
  }
});
