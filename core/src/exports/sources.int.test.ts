import { expect, it } from 'vitest';
import { csvCells } from '../platform/csv';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import { issuePapers } from '../reports/testing/issue';
import { testTenant } from '../testing';
import { exportResources } from './schemas';
import { sourceOf } from './sources';
import { choiceLabel, columnTitle } from './labels';

const line = { productId: null, quantity: 2, amount: 1_250, code: 'S', rate: 20 };
const paper = {
  kind: 'invoice',
  day: '2026-11-02',
  due: '2026-11-16',
  customerId: null,
  currency: 'GBP',
} as const;

it.each(exportResources)('reads every column of %s, in every order', async (resource) => {
  const { ctx, taxes } = await testTenant();
  await issuePapers(ctx, [{ ...paper, lines: [line, line] }], taxes.standard);
  const source = sourceOf(resource);
  const label = (column: string, choice: string) => choiceLabel(column, choice, 'en');
  const cells = csvCells(source.columns, { timeZone: 'UTC', label });
  for (const sort of source.sorts) {
    const { from, where, order } = source.query(ctx, {}, sort, 'UTC');
    const rows = await readOne<{ row: string }>(
      ctx,
      sql`select row(${cells})::text as row from ${from} where ${where} order by ${order}`,
    );
    const expected = { invoices: 1, 'invoice-items': 2 }[resource as string] ?? 0;
    expect(rows).toHaveLength(expected);
    if (expected > 0) expect(rows[0]?.row).toContain('T-1,Invoice,Issued,');
  }
});

it.each(exportResources)('has titles and texts for %s in each language', (resource) => {
  const { columns, defaultColumns } = sourceOf(resource);
  for (const column of columns) {
    for (const language of ['en', 'ru', 'uz']) {
      expect(columnTitle(column.key, language)).not.toBe(column.key);
      if (column.type !== 'choice') continue;
      for (const choice of column.choices) {
        expect([column.key, choiceLabel(column.key, choice, language)]).not.toEqual([column.key, choice]);
      }
    }
  }
  const keys = columns.map(({ key }) => key);
  expect(defaultColumns.filter((key) => !keys.includes(key))).toEqual([]);
});
