import { describe, expect, it } from 'vitest';
import { csvCells } from '../platform/csv';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import { testTenant } from '../testing';
import { createCustomer, customersExport, listCustomers } from './index';

const style = { timeZone: 'UTC', label: (column: string, choice: string) => `${column}:${choice}` };

describe('customersExport', () => {
  it('reads every column, with the filters and the order of the list', async () => {
    const { ctx } = await testTenant();
    await createCustomer(ctx, { name: 'Other', tags: ['b'] });
    const address = { line1: 'Hafen 1', city: 'Köln', postalCode: '5', country: 'DE' };
    await createCustomer(ctx, {
      name: 'Zürn',
      emails: ['a@b.example', 'c@d.example'],
      billingAddress: address,
      tags: ['a'],
    });
    await createCustomer(ctx, { name: 'äpfel', tags: ['a'] });
    const filters = { tag: 'a' };
    const { from, where, order } = customersExport.query(ctx, filters, '-name');
    const cells = csvCells(customersExport.columns, style);
    const rows = await readOne<{ row: string }>(
      ctx,
      sql`select row(${cells})::text as row from ${from} where ${where} order by ${order}`,
    );
    const texts = rows.map(({ row }) => row);
    expect(texts).toHaveLength(2);
    const listed = (await listCustomers(ctx, { ...filters, sort: '-name' })).rows.map((row) => row.name);
    expect(listed.map((name, index) => texts[index]?.startsWith(`(${name},`))).toEqual([true, true]);
    for (const part of ['a@b.example, c@d.example', 'Hafen 1', 'kind:company', 'archived:false', ',DE,']) {
      expect(texts[0]).toContain(part);
    }
  });
});
