import type { Ctx } from '../platform/context';
import { conflict, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { loadTaxTable } from '../taxes';
import { getTenant } from '../tenants';
import { duplicateField } from './conflicts';
import { orderInTenant } from './get';
import { insertOrders } from './insert';
import { priceOrder } from './price';
import { customerOf, customerTexts, productsOf } from './references';
import { CreateOrderInput, type OrderDto } from './schemas';

/**
 * Takes an order.
 * @throws AppError `invalid` naming the field, `conflict` when the external number is taken
 */
export async function createOrder(ctx: Ctx, input: CreateOrderInput): Promise<OrderDto> {
  demand(ctx, 'orders:write');
  const data = parse(CreateOrderInput, input);
  return withTx(ctx, async (ctx) => {
    const [tenant, taxes, customer, products] = await Promise.all([
      getTenant(ctx),
      loadTaxTable(ctx),
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
    const [created] = await insertOrders(ctx, [order], tenant.timeZone).catch((error: unknown) => {
      if (duplicateField(error) === 'external_number') {
        throw conflict('Another order has this external number.', 'external-number-taken');
      }
      throw error;
    });
    return orderInTenant(ctx, created?.id ?? '');
  });
}
