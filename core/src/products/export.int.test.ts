import { describe, expect, it } from 'vitest';
import { csvCells } from '../platform/csv';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import { testTenant } from '../testing';
import { createProduct, productsExport } from './index';
import { productSorts } from './schemas';

const style = { timeZone: 'UTC', label: (column: string, choice: string) => `${column}:${choice}` };

describe('productsExport', () => {
  it('writes names and not ids, exact prices, in every order', async () => {
    const { ctx } = await testTenant();
    await createProduct(ctx, { sku: 'B', name: 'Birch', unit: 'KGM', unitPrice: '0.000010' });
    await createProduct(ctx, { sku: 'A', name: 'Amber', unitPrice: '12.50', tags: ['x', 'y'] });
    const cells = csvCells(productsExport.columns, style);
    for (const sort of productSorts) {
      const { from, where, order } = productsExport.query(ctx, {}, sort);
      const rows = await readOne<{ row: string }>(
        ctx,
        sql`select row(${cells})::text as row from ${from} where ${where} order by ${order}`,
      );
      const texts = rows.map(({ row }) => row).sort();
      expect(texts).toHaveLength(2);
      for (const part of ['unit:KGM', '0.00001', 'Standard', 'x, y', '12.5', 'archived:false']) {
        expect(texts.join()).toContain(part);
      }
      expect(texts.join()).not.toContain('12.50');
    }
  });
});
