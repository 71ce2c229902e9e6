import { customerOf, customerTexts } from '../customers';
import { patternOf } from '../number-series';
import type { Ctx } from '../platform/context';
import { parse, taken } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { duplicateField } from './conflicts';
import { insertOrder } from './insert';
import { seriesOf } from './numbers';
import { priceOrder } from './price';
import { productsOf } from './references';
import { CreateOrderInput, type OrderDto } from './schemas';

/**
 * Takes an order.
 * @throws AppError `invalid` naming the field, `conflict` when the external number is taken
 */
export async function createOrder(ctx: Ctx, input: CreateOrderInput): Promise<OrderDto> {
  demand(ctx, 'orders:write');
  const data = parse(CreateOrderInput, input);
  return withTx(ctx, async (ctx) => {
    const [tenant, taxes, pattern, customer, products] = await Promise.all([
      getTenant(ctx),
      loadTaxTable(ctx),
      patternOf(ctx, seriesOf(data.kind)),
      customerOf(ctx, data.customerId),
      productsOf(ctx, data.items),
    ]);
    const placedAt = data.placedAt ? new Date(data.placedAt) : ctx.clock();
    const priced = priceOrder(
      {
        kind: data.kind,
        currency: data.currency ?? customer?.currency ?? tenant.currency,
        pricesIncludeTax: data.pricesIncludeTax ?? tenant.pricesIncludeTax,
        taxRounding: tenant.taxRounding,
        date: localDate(placedAt, tenant.timeZone),
        items: data.items,
        adjustments: data.adjustments,
      },
      products,
      taxes,
    );
    const order = {
      kind: data.kind,
      status: data.status,
      externalNumber: data.externalNumber ?? null,
      customerId: customer?.id ?? null,
      customerTexts: customerTexts(customer),
      placedAt,
      priced,
      notes: data.notes,
      tags: data.tags,
    };
    return insertOrder(ctx, order, tenant.timeZone, pattern).catch((error: unknown) => {
      if (duplicateField(error) === 'external_number') {
        throw taken('externalNumber', 'external-number-taken');
      }
      throw error;
    });
  });
}
