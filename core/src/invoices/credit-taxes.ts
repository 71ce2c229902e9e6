import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { divideHalfUp } from '../platform/money';
import type { StoredInvoice } from './get';
import { priceDraft, type PricedDraft } from './price';

/** The base and the tax of a group, in minor units. */
interface Taxed {
  baseMinor: bigint;
  taxMinor: bigint;
}

/** A tax group of an invoice: as it was issued, and what issued credit notes have credited of it. */
export interface CreditedGroup {
  taxCode: string;
  taxRate: string;
  whole: Taxed;
  credited: Taxed;
}

/**
 * The tax on a part of a group: what is credited with it is taxed in proportion, less what was credited before. Each
 * part is within a unit of its own tax, and all parts have exactly the tax of the whole. Null where the whole is nothing.
 */
export function partOfTax(
  { whole, credited }: Pick<CreditedGroup, 'whole' | 'credited'>,
  part: Taxed,
  pricesIncludeTax: boolean,
): bigint | null {
  // Where prices contain the tax, it is the gross of which a part is taken.
  const amount = ({ baseMinor, taxMinor }: Taxed) => (pricesIncludeTax ? baseMinor + taxMinor : baseMinor);
  if (amount(whole) === 0n) return null;
  const taxed = divideHalfUp(whole.taxMinor * (amount(credited) + amount(part)), amount(whole));
  return taxed - credited.taxMinor;
}

const creditedGroups = async (ctx: TxCtx, originalId: string, currency: string): Promise<CreditedGroup[]> => {
  const rows = await ctx.tx.query<
    Record<'taxCode' | 'taxRate', string> & Record<'base' | 'tax' | 'creditedBase' | 'creditedTax', bigint>
  >(sql`
    select g."taxCode", g."taxRate",
      coalesce(sum(g."baseMinor") filter (where i.id = ${originalId}::uuid), 0)::bigint as base,
      coalesce(sum(g."taxMinor") filter (where i.id = ${originalId}::uuid), 0)::bigint as tax,
      coalesce(sum(g."baseMinor") filter (where i.id <> ${originalId}::uuid), 0)::bigint as "creditedBase",
      coalesce(sum(g."taxMinor") filter (where i.id <> ${originalId}::uuid), 0)::bigint as "creditedTax"
    from invoices i
    cross join lateral jsonb_to_recordset(i.tax_groups)
      as g("taxCode" text, "taxRate" text, "baseMinor" bigint, "taxMinor" bigint)
    where i.tenant_id = ${ctx.tenantId}::uuid and i.currency = ${currency} and (i.id = ${originalId}::uuid
      or (i.original_invoice_id = ${originalId}::uuid and i.kind = 'credit_note' and i.state = 'issued'))
    group by 1, 2`);
  return rows.map(({ taxCode, taxRate, base, tax, creditedBase, creditedTax }) => ({
    taxCode,
    taxRate,
    whole: { baseMinor: base, taxMinor: tax },
    credited: { baseMinor: creditedBase, taxMinor: creditedTax },
  }));
};

/** The tax on a part of the group that it belongs to; null where it belongs to none, or to one that is nothing. */
function taxIn(
  groups: readonly CreditedGroup[],
  part: Taxed & Pick<CreditedGroup, 'taxCode' | 'taxRate'>,
  pricesIncludeTax: boolean,
): bigint | null {
  const group = groups.find(({ taxCode, taxRate }) => taxCode === part.taxCode && taxRate === part.taxRate);
  return group ? partOfTax(group, part, pricesIncludeTax) : null;
}

/**
 * Whether a draft has the taxes that are its part. It has not when others have been credited, or their credit notes
 * been voided, since it was saved.
 */
export async function hasPartOfTaxes(ctx: TxCtx, { row }: StoredInvoice): Promise<boolean> {
  if (row.original_invoice_id === null) return true;
  const groups = await creditedGroups(ctx, row.original_invoice_id, row.currency);
  return row.tax_groups.every((stored) => {
    const part = { ...stored, baseMinor: BigInt(stored.baseMinor), taxMinor: BigInt(stored.taxMinor) };
    const tax = taxIn(groups, part, row.prices_include_tax);
    return tax === null || tax === part.taxMinor;
  });
}

/** A credit note of an invoice with its part of the invoice's taxes, so that all of them have what the invoice has. */
export async function withPartOfTaxes(
  ctx: TxCtx,
  originalId: string | null,
  priced: PricedDraft,
): Promise<PricedDraft> {
  if (originalId === null) return priced;
  const groups = await creditedGroups(ctx, originalId, priced.currency);
  const knownTaxes = new Map<string, bigint>();
  for (const part of priced.totals.groups) {
    const tax = taxIn(groups, part, priced.pricesIncludeTax);
    if (tax !== null) knownTaxes.set(`${part.taxCode} ${part.taxRate}`, tax);
  }
  return priceDraft({ ...priced, knownTaxes }, priced.items, priced.adjustments);
}
