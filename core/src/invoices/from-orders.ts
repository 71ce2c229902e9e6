import Big from 'big.js';
import type { z } from 'zod';
import { customersOf, customerTexts, type CustomerFacts } from '../customers';
import type { Ctx, TxCtx } from '../platform/context';
import { conflict, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { formatMinor } from '../platform/money';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { countsAsRevenue } from '../orders/states';
import { loadBasis, type Basis } from './basis';
import { keepDrafts } from './create';
import { standardFacts } from './facts';
import { describeById } from './get';
import { leftOf, onInvoices, partOf, proportion, selectQuantities } from './order-parts';
import { lockOrders, openDeposits, type InvoiceableOrder, type OpenDepositItem } from './orders.sql';
import { priceDraft, totalsOf, type DraftAdjustment, type DraftItem, type Pricing } from './price';
import { InvoiceOrdersInput, type InvoiceDto, type OrderSelection } from './schemas';
import type { NewDraft } from './write.sql';

interface OrderPart {
  order: InvoiceableOrder;
  items: DraftItem[];
  adjustments: DraftAdjustment[];
  /** Whether nothing of the order is left afterwards. */
  completes: boolean;
}

/** Returns become credit notes, whose amounts are positive. */
const turned = (order: InvoiceableOrder, quantity: Big): Big =>
  order.kind === 'return' ? quantity.neg() : quantity;
const turnedMinor = (order: InvoiceableOrder, minor: bigint): bigint =>
  order.kind === 'return' ? -minor : minor;

function partItems(order: InvoiceableOrder, taken: ReadonlyMap<string, string>): DraftItem[] {
  return order.items.flatMap((item) => {
    const quantity = taken.get(item.id);
    if (quantity === undefined) return [];
    const known = partOf(item.amountMinor, onInvoices(item), Big(quantity), Big(item.quantity));
    return [
      {
        id: undefined,
        kind: 'item' as const,
        productId: item.productId,
        orderId: order.id,
        orderItemId: item.id,
        originalItemId: null,
        depositInvoiceId: null,
        sku: item.sku,
        title: item.title,
        quantity: turned(order, Big(quantity)).toFixed(),
        unit: item.unit,
        unitPrice: item.unitPrice,
        discountPercent: item.discountPercent,
        discountMinor: 0n,
        knownMinor: turnedMinor(order, known),
        taxCategoryId: item.taxCategoryId,
        taxCode: item.taxCode,
        taxRate: item.taxRate,
      },
    ];
  });
}

/** Discounts and charges of the whole order: as they are when all of it is invoiced at once, else in proportion. */
function partAdjustments(order: InvoiceableOrder, taken: ReadonlyMap<string, string>): DraftAdjustment[] {
  const amountOf = (quantityOf: (item: InvoiceableOrder['items'][number]) => Big) =>
    order.items.reduce(
      (sum, item) => sum + partOf(item.amountMinor, Big(0), quantityOf(item), Big(item.quantity)),
      0n,
    );
  const before = amountOf(onInvoices);
  const after = amountOf((item) => onInvoices(item).plus(taken.get(item.id) ?? 0));
  const whole = before === 0n && after === order.itemsMinor && taken.size === order.items.length;
  return order.adjustments.map(({ kind, reason, percent, amountMinor, taxCategoryId }) => {
    const tax = order.items.find((item) => item.taxCategoryId === taxCategoryId);
    const minor = turnedMinor(order, BigInt(amountMinor));
    return {
      kind,
      reason,
      percent: whole ? percent : null,
      amountMinor: whole ? minor : proportion(minor, before, after, order.itemsMinor),
      taxCategoryId,
      taxCode: tax?.taxCode ?? null,
      taxRate: tax?.taxRate ?? null,
    };
  });
}

function partOfOrder(order: InvoiceableOrder, select: z.output<typeof OrderSelection>): OrderPart {
  if (!countsAsRevenue(order.status)) {
    throw conflict('Only a placed order can be invoiced.', 'order-not-placed');
  }
  const taken = selectQuantities(order.items, select);
  return {
    order,
    items: partItems(order, taken),
    adjustments: partAdjustments(order, taken).filter(
      ({ percent, amountMinor }) => percent !== null || amountMinor !== 0n,
    ),
    completes: order.items.every((item) =>
      leftOf(item)
        .minus(taken.get(item.id) ?? 0)
        .eq(0),
    ),
  };
}

export const nothingToInvoice = () => conflict('Nothing is left to invoice.', 'nothing-to-invoice');

const sameFor = (orders: readonly InvoiceableOrder[]) => {
  const [first] = orders;
  return orders.every(
    (order) =>
      order.customerId === first?.customerId &&
      order.currency === first.currency &&
      order.kind === first.kind &&
      order.pricesIncludeTax === first.pricesIncludeTax,
  );
};

/** Adjustments of several orders: each stays with the taxes of its own order, as an amount. */
function apart(pricing: Pricing, { order, items, adjustments }: OrderPart): DraftAdjustment[] {
  const { adjustments: totals } = totalsOf(pricing, items, adjustments);
  return totals.flatMap(({ shares }, index) =>
    shares
      .filter(({ amountMinor }) => amountMinor !== 0n)
      .map(({ taxCode, taxRate, amountMinor }) => ({
        kind: adjustments[index]?.kind ?? 'discount',
        reason: [adjustments[index]?.reason, order.number].filter(Boolean).join(', '),
        percent: null,
        amountMinor,
        taxCategoryId:
          items.find((item) => item.taxCode === taxCode && item.taxRate === taxRate)?.taxCategoryId ?? null,
        taxCode,
        taxRate,
      })),
  );
}

/** A negative line for each tax of each deposit. */
const deductionItems = (deposits: readonly OpenDepositItem[], pricing: Pricing): DraftItem[] =>
  deposits
    .map((deposit) => ({
      deposit,
      minor: deposit.baseMinor + (pricing.pricesIncludeTax ? deposit.taxMinor : 0n),
    }))
    .filter(({ minor }) => minor !== 0n)
    .map(({ deposit, minor }) => ({
      id: undefined,
      kind: 'deduction' as const,
      productId: null,
      orderId: deposit.orderId,
      orderItemId: null,
      originalItemId: null,
      depositInvoiceId: deposit.invoiceId,
      sku: null,
      title: deposit.number,
      quantity: '-1',
      unit: 'C62',
      unitPrice: formatMinor(minor, pricing.currency),
      discountPercent: '0',
      discountMinor: 0n,
      knownMinor: -minor,
      taxCategoryId: deposit.taxCategoryId,
      taxCode: deposit.taxCode,
      taxRate: deposit.taxRate,
    }));

interface DraftOf {
  basis: Basis;
  customer: CustomerFacts | null;
  orders: readonly InvoiceableOrder[];
  select: z.output<typeof OrderSelection>;
  deposits: readonly OpenDepositItem[];
  deductDeposits: boolean | undefined;
}

/**
 * One draft out of orders of one customer. Pure.
 * @throws AppError `conflict` (`orders-differ`, `order-not-placed`, `nothing-to-invoice`), `invalid`
 */
export function draftOf({ basis, customer, orders, select, deposits, deductDeposits }: DraftOf): NewDraft {
  const [first] = orders;
  if (!first || !sameFor(orders)) {
    throw conflict(
      'Orders on one invoice need the same customer, currency, kind and prices.',
      'orders-differ',
    );
  }
  const pricing: Pricing = {
    currency: first.currency,
    pricesIncludeTax: first.pricesIncludeTax,
    taxRounding: first.taxRounding,
    cashRoundingMinor:
      first.currency === basis.tenant.currency ? BigInt(basis.profile.cashRoundingMinor) : 1n,
  };
  const parts = orders.map((order) => partOfOrder(order, select)).filter(({ items }) => items.length > 0);
  if (parts.length === 0) throw nothingToInvoice();
  const deducts = deductDeposits ?? parts.every(({ completes }) => completes);
  const items = [
    ...parts.flatMap((part) => part.items),
    ...(deducts && first.kind === 'sale' ? deductionItems(deposits, pricing) : []),
  ];
  const adjustments =
    parts.length === 1 ? (parts[0]?.adjustments ?? []) : parts.flatMap((part) => apart(pricing, part));
  const days = parts.map(({ order }) => localDate(order.placedAt, basis.tenant.timeZone)).sort();
  return {
    id: newId(),
    kind: first.kind === 'return' ? 'credit_note' : 'invoice',
    originalInvoiceId: null,
    recurringInvoiceId: null,
    recurringPeriod: null,
    facts: {
      ...standardFacts(basis, customer),
      deliveryFrom: days[0] ?? null,
      deliveryTo: days.at(-1) ?? null,
    },
    priced: priceDraft(pricing, items, adjustments),
    searchTexts: [
      ...customerTexts(customer),
      ...orders.flatMap(({ number, externalNumber }) => [number, externalNumber ?? '']),
    ],
  };
}

/** Drafts inside an open transaction; bulk actions use it, too. */
export async function draftInTx(ctx: TxCtx, data: z.output<typeof InvoiceOrdersInput>): Promise<NewDraft> {
  const orders = await lockOrders(ctx, data.orderIds);
  const [basis, customers, deposits] = await Promise.all([
    loadBasis(ctx),
    customersOf(ctx, [orders[0]?.customerId]),
    openDeposits(ctx, data.orderIds),
  ]);
  const customer = customers.get(orders[0]?.customerId ?? '') ?? null;
  return draftOf({ ...data, basis, customer, orders, deposits, deductDeposits: data.deductDeposits });
}

/**
 * Drafts one invoice out of orders of one customer: all that is left, what was delivered, a percentage, or lines and
 * quantities. Returns become a credit note. The quantities count as invoiced when it is issued.
 * @throws AppError `conflict` (`orders-differ`, `order-not-placed`, `nothing-to-invoice`), `invalid`, `not-found`
 */
export async function invoiceOrders(ctx: Ctx, input: InvoiceOrdersInput): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const data = parse(InvoiceOrdersInput, input);
  return withTx(ctx, async (ctx) => {
    const draft = await draftInTx(ctx, data);
    await keepDrafts(ctx, [draft]);
    return describeById(ctx, draft.id);
  });
}
