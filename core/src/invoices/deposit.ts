import { customerOf, customerTexts } from '../customers';
import { spreadAmount } from '../orders/totals';
import { countsAsRevenue } from '../orders/states';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { divideHalfUp, formatMinor, parseDecimal, powerOfTen } from '../platform/money';
import { demand } from '../platform/permissions';
import type { Language } from '../platform/time';
import { withTx } from '../platform/tx';
import { loadBasis } from './basis';
import { keepDrafts } from './create';
import { standardFacts } from './facts';
import { describeById } from './get';
import { lockOrders, type InvoiceableOrder } from './orders.sql';
import { priceDraft, type DraftItem } from './price';
import { DepositInput, type InvoiceDto } from './schemas';

const titles: Record<Language, (what: string, order: string) => string> = {
  en: (what, order) => `Deposit of ${what} for order ${order}`,
  ru: (what, order) => `Предоплата ${what} по заказу ${order}`,
  uz: (what, order) => `${order} buyurtmasi uchun oldindan to‘lov: ${what}`,
};

interface TaxPart {
  taxCategoryId: string;
  taxCode: DraftItem['taxCode'];
  taxRate: string;
  grossMinor: bigint;
}

/** What of the order falls on which tax, with the tax. */
async function taxParts(ctx: TxCtx, order: InvoiceableOrder): Promise<TaxPart[]> {
  const [row] = await ctx.tx.query<{
    groups: { taxCode: string; taxRate: string; baseMinor: string; taxMinor: string }[];
  }>(sql`
    select tax_groups as groups from orders where tenant_id = ${ctx.tenantId}::uuid and id = ${order.id}::uuid`);
  return (row?.groups ?? []).flatMap((group) => {
    const item = order.items.find(
      (each) => each.taxCode === group.taxCode && Number(each.taxRate) === Number(group.taxRate),
    );
    const grossMinor = BigInt(group.baseMinor) + BigInt(group.taxMinor);
    if (!item || grossMinor <= 0n) return [];
    const { taxCategoryId, taxCode, taxRate } = item;
    return [{ taxCategoryId, taxCode, taxRate, grossMinor }];
  });
}

/** What deposits of an order ask for so far, less what was credited of them; drafts do not count. */
export async function depositsOf(ctx: TxCtx, orderId: string): Promise<bigint> {
  const [row] = await ctx.tx.query<{ total: bigint }>(sql`
    select coalesce(sum(i.total_minor - coalesce((select sum(c.total_minor) from invoices c
      where c.tenant_id = i.tenant_id and c.original_invoice_id = i.id and c.state = 'issued'), 0)), 0)::bigint as total
    from invoices i
    where i.tenant_id = ${ctx.tenantId}::uuid and i.kind = 'deposit' and i.state = 'issued'
      and i.id in (select l.invoice_id from invoice_items l
                   where l.tenant_id = ${ctx.tenantId}::uuid and l.order_id = ${orderId}::uuid)`);
  return row?.total ?? 0n;
}

export const depositTooLarge = () =>
  conflict('All deposits together would be more than the order.', 'deposit-too-large');

function amountOf(order: InvoiceableOrder, percent: string | undefined, amount: string | undefined): bigint {
  if (percent === undefined) return BigInt(amount ?? '0');
  const { int, scale } = parseDecimal(percent);
  return divideHalfUp(order.totalMinor * int, 100n * powerOfTen(scale));
}

/**
 * Drafts a deposit invoice: a part of an order's total, tax included, asked for before it is delivered (EN 16931 type
 * 386). Each tax of the order has its part, so that the final invoice can deduct deposits with their tax.
 * @throws AppError `conflict` (`deposit-too-large`, `order-not-placed`), `invalid`, `not-found`
 */
export async function createDeposit(ctx: Ctx, input: DepositInput): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const { orderId, percent, amount } = parse(DepositInput, input);
  return withTx(ctx, async (ctx) => {
    const [order] = await lockOrders(ctx, [orderId]);
    if (!order || !countsAsRevenue(order.status) || order.kind !== 'sale') {
      throw conflict('Only a placed order can be invoiced.', 'order-not-placed');
    }
    const [basis, customer, parts, before] = await Promise.all([
      loadBasis(ctx),
      customerOf(ctx, order.customerId),
      taxParts(ctx, order),
      depositsOf(ctx, orderId),
    ]);
    const minor = amountOf(order, percent, amount);
    if (minor <= 0n) throw invalid(percent === undefined ? 'amount' : 'percent', 'not-zero');
    if (before + minor > order.totalMinor) throw depositTooLarge();
    const facts = standardFacts(basis, customer);
    const what =
      percent === undefined ? `${formatMinor(minor, order.currency)} ${order.currency}` : `${percent} %`;
    const amounts = spreadAmount(
      minor,
      parts.map(({ grossMinor }) => grossMinor),
    );
    const items = parts.map(({ grossMinor: _, ...tax }, index): DraftItem => ({
      id: undefined,
      kind: 'item',
      productId: null,
      orderId,
      orderItemId: null,
      originalItemId: null,
      depositInvoiceId: null,
      sku: null,
      title: titles[facts.language as Language](what, order.number),
      quantity: '1',
      unit: 'C62',
      unitPrice: formatMinor(amounts[index] ?? 0n, order.currency),
      discountPercent: '0',
      discountMinor: 0n,
      knownMinor: amounts[index] ?? 0n,
      ...tax,
    }));
    const pricing = {
      currency: order.currency,
      pricesIncludeTax: true,
      taxRounding: order.taxRounding,
      cashRoundingMinor: 1n,
    };
    const id = newId();
    await keepDrafts(ctx, [
      {
        id,
        kind: 'deposit',
        originalInvoiceId: null,
        recurringInvoiceId: null,
        recurringPeriod: null,
        facts,
        priced: priceDraft(pricing, items, []),
        searchTexts: [...customerTexts(customer), order.number],
      },
    ]);
    return describeById(ctx, id);
  });
}
