import { z } from 'zod';
import { orderKinds, orderStatuses } from '@countinghouse/core/orders/states';
import type { CustomerFiguresDto, OrderDto, OrderSummaryDto } from '@countinghouse/core/orders/schemas';
import { Instant, Money, RecordId, Version } from '../schemas';

const decimal = (description: string, example: string) => z.string().meta({ description, example });
const Rate = decimal('Tax rate in per cent.', '19');
const TaxCode = z
  .string()
  .meta({ description: 'Category of EN 16931: S, Z, E, AE, K, G or O.', example: 'S' });

const summary = {
  id: RecordId,
  number: z.string().meta({ example: 'SO-26-00042' }),
  externalNumber: z.string().nullable().meta({ description: 'Its number in another system.' }),
  kind: z.enum(orderKinds),
  status: z.enum(orderStatuses),
  customer: z
    .strictObject({ id: RecordId, name: z.string() })
    .nullable()
    .meta({ description: 'Null for a walk-in customer.' }),
  placedAt: Instant,
  itemCount: z.int(),
  net: Money,
  tax: Money,
  total: Money,
  tags: z.array(z.string()),
  archived: z.boolean(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
};

/** An order as lists show it. */
export const OrderSummary = z
  .strictObject(summary)
  .meta({ id: 'OrderSummary' }) satisfies z.ZodType<OrderSummaryDto>;

export const OrderItem = z
  .strictObject({
    id: RecordId,
    position: z.int(),
    productId: RecordId.nullable(),
    sku: z.string().nullable(),
    title: z.string(),
    quantity: decimal('Negative on returns.', '2.5'),
    unit: z.string().meta({ description: 'UN/ECE Recommendation 20.', example: 'C62' }),
    unitPrice: decimal('In the currency, with up to six decimals.', '12.5'),
    discountPercent: decimal('Discount of the line in per cent.', '0'),
    discount: Money,
    taxCategoryId: RecordId,
    taxCode: TaxCode,
    taxRate: Rate,
    amount: Money.meta({ description: 'Of the line, after its discount; with tax where prices include it.' }),
    fulfilledQuantity: decimal('What was delivered so far.', '0'),
    invoicedQuantity: decimal('What stands on issued invoices.', '0'),
    creditedQuantity: decimal('What of it was credited again.', '0'),
  })
  .meta({ id: 'OrderItem' });

export const Adjustment = z
  .strictObject({
    kind: z.enum(['discount', 'charge']),
    reason: z.string(),
    percent: z.string().nullable(),
    amount: Money,
    taxCategoryId: RecordId.nullable(),
  })
  .meta({ id: 'OrderAdjustment' });

export const TaxGroup = z.strictObject({ taxCode: TaxCode, taxRate: Rate, base: Money, tax: Money });

/** An order with its lines. */
export const Order = z
  .strictObject({
    ...summary,
    pricesIncludeTax: z.boolean(),
    taxRounding: z.enum(['group', 'line']),
    itemsTotal: Money,
    adjustments: z.array(Adjustment),
    taxGroups: z.array(TaxGroup),
    notes: z.string(),
    items: z.array(OrderItem),
  })
  .meta({ id: 'Order' }) satisfies z.ZodType<OrderDto>;

export const CustomerFigures = z
  .strictObject({
    orders: z.int().meta({ description: 'Sales.' }),
    returns: z.int(),
    revenue: z.array(Money).meta({ description: 'Sales less returns, one amount a currency.' }),
    lastPlacedAt: Instant.nullable(),
  })
  .meta({ id: 'CustomerFigures' }) satisfies z.ZodType<CustomerFiguresDto>;
