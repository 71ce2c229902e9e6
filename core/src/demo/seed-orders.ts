import { insertOrders, priceOrder, type PricedProduct, type UnnumberedOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { between, pick, seededRandom } from './random';

const BATCH = 500;
const DAY = 86_400_000;
const goods = [
  'Lantern',
  'Candle',
  'Tray',
  'Clock',
  'Bunting',
  'Frame',
  'Basket',
  'Teapot',
  'Cushion',
  'Mirror',
];
const looks = ['white', 'red', 'oak', 'glass', 'vintage', 'small', 'large', 'striped', 'blue', 'brass'];

/**
 * Adds walk-in orders to a company, the same for the same count, through the same path as every other order.
 * @returns how many were added
 */
export async function seedOrders(ctx: Ctx, count: number): Promise<number> {
  const random = seededRandom(count);
  const [tenant, taxes] = [await getTenant(ctx), await loadTaxTable(ctx)];
  const none = new Map<string, PricedProduct>();
  const newest = ctx.clock().getTime();
  const make = (index: number): UnnumberedOrder => {
    const placedAt = new Date(newest - (1 - index / count) * 365 * DAY);
    const items = Array.from({ length: 3 }, () => ({
      title: `${pick(random, goods)}, ${pick(random, looks)}`,
      quantity: String(between(random, 1, 12)),
      unitPrice: (between(random, 50, 5_000) / 100).toFixed(2),
    }));
    const priced = priceOrder(
      {
        kind: 'sale',
        currency: tenant.currency,
        pricesIncludeTax: tenant.pricesIncludeTax,
        taxRounding: tenant.taxRounding,
        date: localDate(placedAt, tenant.timeZone),
        items,
        adjustments: [],
      },
      none,
      taxes,
    );
    return {
      kind: 'sale',
      status: pick(random, ['placed', 'fulfilled', 'closed']),
      externalNumber: null,
      customerId: null,
      customerTexts: [],
      placedAt,
      priced,
      notes: '',
      tags: [],
    };
  };
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => make(from + offset));
    await withTx(ctx, (ctx) => insertOrders(ctx, batch, tenant.timeZone));
  }
  return count;
}
