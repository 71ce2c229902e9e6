import Big from 'big.js';
import { customerOf, customerTexts } from '../customers';
import type { Ctx } from '../platform/context';
import { conflict, invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadBasis } from './basis';
import type { ItemRow } from './columns';
import { withPartOfTaxes } from './credit-taxes';
import { keepDrafts } from './create';
import { standardFacts } from './facts';
import { describeById, invoiceInTenant, type StoredInvoice } from './get';
import { partOf, proportion } from './order-parts';
import { priceDraft, totalsOf, type DraftAdjustment, type DraftItem } from './price';
import { toDraftItem } from './resolve';
import { CreditInput, type InvoiceDto } from './schemas';
import { pricedOf } from './update';

const leftToCredit = (row: ItemRow) => Big(row.quantity).minus(row.creditedQuantity);

/** Quantities to credit by line. @throws AppError `invalid` naming the line of which there is less */
function wantedOf(
  rows: readonly ItemRow[],
  wanted: readonly { itemId: string; quantity: string }[] | undefined,
): Map<string, Big> {
  if (!wanted) return new Map(rows.map((row) => [row.id, leftToCredit(row)]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    wanted.map(({ itemId, quantity }, index) => {
      const row = byId.get(itemId);
      if (!row) throw invalid(`items.${index}.itemId`, 'unknown-line');
      const [left, now] = [leftToCredit(row), Big(quantity)];
      if (now.s !== left.s || now.abs().gt(left.abs())) {
        throw invalid(`items.${index}.quantity`, 'more-than-left-to-credit');
      }
      return [itemId, now];
    }),
  );
}

const creditItem = (row: ItemRow, quantity: Big): DraftItem => ({
  ...toDraftItem(row),
  id: undefined,
  originalItemId: row.id,
  quantity: quantity.toFixed(),
  discountMinor: 0n,
  knownMinor: partOf(BigInt(row.amountMinor), Big(row.creditedQuantity), quantity, Big(row.quantity)),
});

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Discounts and charges of the whole invoice: mirrored when all is credited at once, else in proportion, by tax. */
function creditAdjustments(
  original: StoredInvoice,
  items: readonly DraftItem[],
  whole: boolean,
): DraftAdjustment[] {
  const priced = pricedOf(original);
  if (whole) return priced.adjustments;
  const total = priced.totals.itemsMinor;
  const before = sumOf(original.items.map(({ creditedMinor }) => BigInt(creditedMinor)));
  const after = before + sumOf(items.map(({ knownMinor }) => knownMinor ?? 0n));
  const { adjustments } = totalsOf(priced, priced.items, priced.adjustments);
  return adjustments
    .flatMap(({ kind, shares }, index) =>
      shares.map(({ taxCode, taxRate, amountMinor }) => ({
        kind,
        reason: priced.adjustments[index]?.reason ?? '',
        percent: null,
        amountMinor: proportion(amountMinor, before, after, total),
        taxCategoryId: original.items.find((row) => row.taxCode === taxCode)?.taxCategoryId ?? null,
        taxCode,
        taxRate,
      })),
    )
    .filter(({ amountMinor }) => amountMinor !== 0n);
}

/**
 * Drafts a credit note for all that is left of an issued invoice, or for quantities of its lines. Amounts are
 * positive (EN 16931 type 381); parts add up to the invoice exactly, tax and all, and no path credits more than there is.
 * @throws AppError `conflict` (`invoice-not-issued`, `nothing-to-credit`, `deposit-deducted`), `invalid` naming the line, `not-found`
 */
export async function createCreditNote(ctx: Ctx, input: CreditInput): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const data = parse(CreditInput, input);
  return withTx(ctx, async (ctx) => {
    const original = await invoiceInTenant(ctx, data.invoiceId, true);
    const { row } = original;
    if (row.state !== 'issued' || row.kind === 'credit_note') {
      throw conflict('This needs an issued document.', 'invoice-not-issued');
    }
    if (row.deducted_by_id) {
      throw conflict('An invoice deducts this deposit. Credit that invoice first.', 'deposit-deducted');
    }
    const wanted = wantedOf(original.items, data.items);
    const items = original.items.flatMap((item) => {
      const quantity = wanted.get(item.id);
      return quantity && !quantity.eq(0) ? [creditItem(item, quantity)] : [];
    });
    if (items.length === 0) throw conflict('Everything has been credited already.', 'nothing-to-credit');
    const whole = original.items.every((item) => wanted.get(item.id)?.eq(item.quantity));
    const [basis, customer] = await Promise.all([loadBasis(ctx), customerOf(ctx, row.customer_id)]);
    const pricing = {
      currency: row.currency,
      pricesIncludeTax: row.prices_include_tax,
      taxRounding: row.tax_rounding,
      cashRoundingMinor: BigInt(row.cash_rounding_minor),
    };
    const priced = priceDraft(pricing, items, creditAdjustments(original, items, whole));
    const id = newId();
    await keepDrafts(ctx, [
      {
        id,
        kind: 'credit_note',
        originalInvoiceId: row.id,
        recurringInvoiceId: null,
        recurringPeriod: null,
        facts: {
          ...standardFacts(basis, customer),
          language: row.language,
          deliveryFrom: row.delivery_from,
          deliveryTo: row.delivery_to,
          buyerReference: row.buyer_reference,
          orderReference: row.order_reference,
          intro: data.reason,
          exchangeRate: row.exchange_rate,
          exchangeRateDate: row.exchange_rate_date,
          exchangeRateSource: row.exchange_rate_source,
        },
        priced: await withPartOfTaxes(ctx, row.id, priced),
        searchTexts: [...customerTexts(customer), row.number ?? ''],
      },
    ]);
    return describeById(ctx, id);
  });
}
