import { z } from 'zod';
import { says } from '../platform/errors';
import {
  bulkInput,
  ChoiceList,
  IdList,
  Line,
  listFields,
  Paragraphs,
  RequiredLine,
  SearchText,
  Tag,
  Tags,
  unique,
} from '../platform/fields';
import { CurrencyCode, DecimalText, MinorText, type MoneyJson } from '../platform/money';
import { Id } from '../platform/ids';
import { Instant, PlainDate } from '../platform/time';
import { orderKinds, orderStatuses, type OrderKind, type OrderStatus } from './states';

export const MAX_ITEMS = 2_000;

const Percent = DecimalText({ maxScale: 4 }).refine((text) => Number(text) <= 100, says('percent'));

export const OrderItemInput = z
  .strictObject({
    /** An item that is on the order already; it keeps what was delivered. */
    id: Id.optional(),
    productId: Id.nullish(),
    sku: Line(80).nullish(),
    title: Line(500).optional(),
    quantity: DecimalText({ maxScale: 6, allowNegative: true }).refine(
      (text) => Number(text) !== 0,
      says('not-zero'),
    ),
    unit: Line(10).optional(),
    unitPrice: DecimalText({ maxScale: 6, allowNegative: true }).optional(),
    discountPercent: Percent.optional(),
    discountAmount: MinorText.optional(),
    taxCategoryId: Id.optional(),
  })
  .refine((item) => item.productId || item.title, { path: ['title'], error: says('product-or-text') })
  .refine((item) => item.productId || item.unitPrice, {
    path: ['unitPrice'],
    error: says('product-or-text'),
  })
  .refine((item) => !item.discountPercent || !item.discountAmount, {
    path: ['discountAmount'],
    error: says('discount-twice'),
  });

export const AdjustmentInput = z
  .strictObject({
    kind: z.enum(['discount', 'charge']),
    reason: Line(200).default(''),
    percent: Percent.optional(),
    amount: MinorText.optional(),
    taxCategoryId: Id.optional(),
  })
  .refine((each) => Boolean(each.percent) !== Boolean(each.amount), {
    path: ['amount'],
    error: says('percent-or-amount'),
  });

const fields = {
  externalNumber: RequiredLine(80).nullish(),
  customerId: Id.nullish(),
  currency: CurrencyCode.optional(),
  placedAt: Instant.optional(),
  pricesIncludeTax: z.boolean().optional(),
  items: z.array(OrderItemInput).min(1, says('lines-needed')).max(MAX_ITEMS),
  adjustments: z.array(AdjustmentInput).max(20).default([]),
  notes: Paragraphs(10_000).default(''),
  tags: Tags.default([]),
};

const signsFit = (order: { kind?: OrderKind | undefined; items?: { quantity: string }[] | undefined }) =>
  order.kind !== 'return' || (order.items ?? []).every((item) => item.quantity.startsWith('-'));
const signFault = { path: ['items'], error: says('return-quantity') };

export const CreateOrderInput = z
  .strictObject({
    kind: z.enum(orderKinds).default('sale'),
    status: z.enum(['draft', 'placed']).default('draft'),
    ...fields,
  })
  .refine(signsFit, signFault);
export type CreateOrderInput = z.input<typeof CreateOrderInput>;

/** Only what is given changes; items, where given, are the whole new list. */
export const UpdateOrderInput = z.strictObject({
  externalNumber: fields.externalNumber,
  customerId: fields.customerId,
  currency: CurrencyCode.optional(),
  placedAt: fields.placedAt,
  pricesIncludeTax: fields.pricesIncludeTax,
  items: fields.items.optional(),
  adjustments: z.array(AdjustmentInput).max(20).optional(),
  notes: Paragraphs(10_000).optional(),
  tags: Tags.optional(),
  archived: z.boolean().optional(),
});
export type UpdateOrderInput = z.input<typeof UpdateOrderInput>;

export const FulfilOrderInput = z.strictObject({
  /** Quantities delivered now, by item; everything that is left where absent. */
  items: z
    .array(z.strictObject({ id: Id, quantity: DecimalText({ maxScale: 6, allowNegative: true }) }))
    .min(1)
    .optional(),
});
export type FulfilOrderInput = z.input<typeof FulfilOrderInput>;

export const orderSorts = ['-placedAt', 'placedAt', '-number', 'number', '-total', 'total'] as const;
export type OrderSort = (typeof orderSorts)[number];

/** Filters of a list, as they stand in a URL. The export takes the same. */
export const OrderFilters = z.strictObject({
  q: SearchText.optional(),
  status: ChoiceList(orderStatuses).optional(),
  kind: z.enum(orderKinds).optional(),
  customerId: Id.optional(),
  tag: Tag.optional(),
  currency: CurrencyCode.optional(),
  placedFrom: z.union([Instant, PlainDate]).optional(),
  placedTo: z.union([Instant, PlainDate]).optional(),
  archived: z.enum(['false', 'true', 'all']).default('false'),
  importId: Id.optional(),
  ids: IdList.optional(),
});
export type OrderFilters = z.output<typeof OrderFilters>;

export const ListOrdersInput = OrderFilters.extend({
  ...listFields,
  sort: z.enum(orderSorts).default('-placedAt'),
});
export type ListOrdersInput = z.input<typeof ListOrdersInput>;

export const BulkOrdersInput = z.discriminatedUnion('action', [
  bulkInput(OrderFilters),
  z.strictObject({ action: z.literal('cancel'), ids: z.array(Id).min(1).max(1_000).overwrite(unique) }),
]);
export type BulkOrdersInput = z.input<typeof BulkOrdersInput>;

export interface OrderSummaryDto {
  id: string;
  number: string;
  externalNumber: string | null;
  kind: OrderKind;
  status: OrderStatus;
  customer: { id: string; name: string } | null;
  placedAt: string;
  itemCount: number;
  net: MoneyJson;
  tax: MoneyJson;
  total: MoneyJson;
  tags: string[];
  archived: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** What a customer has ordered in all; `revenue` is sales less returns, one amount a currency. */
export interface CustomerFiguresDto {
  orders: number;
  returns: number;
  revenue: MoneyJson[];
  lastPlacedAt: string | null;
}

export interface OrderItemDto {
  id: string;
  position: number;
  productId: string | null;
  sku: string | null;
  title: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  discount: MoneyJson;
  taxCategoryId: string;
  taxCode: string;
  taxRate: string;
  amount: MoneyJson;
  fulfilledQuantity: string;
  /** What stands on issued invoices, and what of it was credited again. */
  invoicedQuantity: string;
  creditedQuantity: string;
}

export interface AdjustmentDto {
  kind: 'discount' | 'charge';
  reason: string;
  percent: string | null;
  amount: MoneyJson;
  taxCategoryId: string | null;
}

export interface OrderDto extends OrderSummaryDto {
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  itemsTotal: MoneyJson;
  adjustments: AdjustmentDto[];
  taxGroups: { taxCode: string; taxRate: string; base: MoneyJson; tax: MoneyJson }[];
  notes: string;
  items: OrderItemDto[];
}
