import type { z } from 'zod';
import { customerOf, customerTexts } from '../customers';
import { productsOf } from '../orders';
import { audit, differences } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, parse, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadBasis, pricingOf, type Basis } from './basis';
import { taxDate, withTyped } from './facts';
import { describe, describeById, invoiceInTenant, type StoredInvoice } from './get';
import { withPartOfTaxes } from './credit-taxes';
import { priceDraft, toDraftAdjustment, type PricedDraft, type Pricing } from './price';
import { resolveDraft, toDraftItem } from './resolve';
import { AnnotateInvoiceInput, UpdateInvoiceInput, type InvoiceDto, type InvoiceItemInput } from './schemas';
import { replaceDraft, type DraftFacts } from './write.sql';

type Patch = z.output<typeof UpdateInvoiceInput>;

export const factsOf = ({ row }: StoredInvoice): DraftFacts => ({
  customerId: row.customer_id,
  language: row.language,
  issueDate: row.issue_date,
  dueDate: row.due_date,
  paymentTermsDays: row.payment_terms_days,
  deliveryFrom: row.delivery_from,
  deliveryTo: row.delivery_to,
  buyerReference: row.buyer_reference,
  orderReference: row.order_reference,
  intro: row.intro,
  outro: row.outro,
  notes: row.notes,
  tags: row.tags,
  exchangeRate: row.exchange_rate,
  exchangeRateDate: row.exchange_rate_date,
  exchangeRateSource: row.exchange_rate_source,
});

const pricingStored = ({ row }: StoredInvoice): Pricing => ({
  currency: row.currency,
  pricesIncludeTax: row.prices_include_tax,
  taxRounding: row.tax_rounding,
  cashRoundingMinor: BigInt(row.cash_rounding_minor),
});

/** What a credit note takes of its invoice's taxes follows from the invoice, not from its lines alone. */
const taxesStored = ({ row }: StoredInvoice): Pick<Pricing, 'knownTaxes'> =>
  row.kind === 'credit_note' && row.original_invoice_id !== null
    ? {
        knownTaxes: new Map(
          row.tax_groups.map(({ taxCode, taxRate, taxMinor }) => [`${taxCode} ${taxRate}`, BigInt(taxMinor)]),
        ),
      }
    : {};

/** What an invoice amounts to, computed again from its stored lines: always what is stored. */
export const pricedOf = (stored: StoredInvoice): PricedDraft =>
  priceDraft(
    { ...pricingStored(stored), ...taxesStored(stored) },
    stored.items.map(toDraftItem),
    stored.row.adjustments.map(toDraftAdjustment),
  );

async function reprice(
  ctx: TxCtx,
  stored: StoredInvoice,
  patch: Patch,
  facts: DraftFacts,
  basis: Basis,
): Promise<PricedDraft> {
  const { row, items: known } = stored;
  const items: z.output<typeof InvoiceItemInput>[] =
    patch.items ?? known.map(({ id, quantity }) => ({ id, quantity }));
  const products = await productsOf(ctx, [...items, ...known]);
  const pricing =
    patch.currency === undefined && patch.pricesIncludeTax === undefined
      ? pricingStored(stored)
      : pricingOf(
          basis,
          {
            currency: patch.currency ?? row.currency,
            pricesIncludeTax: patch.pricesIncludeTax ?? row.prices_include_tax,
          },
          null,
        );
  const resolving = { pricing, products, taxes: basis.taxes, date: taxDate(facts, basis.today), known };
  if (patch.adjustments) return resolveDraft(resolving, items, patch.adjustments);
  const { items: resolved } = resolveDraft(resolving, items, []);
  return priceDraft(pricing, resolved, row.adjustments.map(toDraftAdjustment));
}

/** The draft, locked. @throws AppError `not-found`, `stale`, `conflict` (`invoice-not-draft`) */
export async function lockDraft(
  ctx: TxCtx,
  invoiceId: string,
  expectedVersion: number | undefined,
): Promise<StoredInvoice> {
  const stored = await invoiceInTenant(ctx, invoiceId, true);
  if (expectedVersion !== undefined && stored.row.version !== expectedVersion) throw stale();
  if (stored.row.state !== 'draft') {
    throw conflict(
      'An issued document does not change any more. Correct it with a credit note.',
      'invoice-not-draft',
    );
  }
  return stored;
}

const auditable = ({ items, version: _v, updatedAt: _u, allocations: _a, ...invoice }: InvoiceDto) => ({
  ...invoice,
  items: items.map(({ title, quantity, unitPrice, amount }) => ({
    title,
    quantity,
    unitPrice,
    amount: amount.amount,
  })),
});

/**
 * Changes a draft.
 * @param expectedVersion the version that the change was made on
 * @throws AppError `stale`, `conflict` (`invoice-not-draft`), `invalid` naming the field
 */
export async function updateInvoice(
  ctx: Ctx,
  invoiceId: string,
  expectedVersion: number,
  input: UpdateInvoiceInput,
): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const patch = parse(UpdateInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const stored = await lockDraft(ctx, invoiceId, expectedVersion);
    const { items: _i, adjustments: _a, currency: _c, pricesIncludeTax: _p, ...typed } = patch;
    const facts = withTyped(factsOf(stored), typed);
    const [before, basis, customer] = await Promise.all([
      describe(ctx, stored),
      loadBasis(ctx),
      customerOf(ctx, facts.customerId),
    ]);
    const repriced = await reprice(ctx, stored, patch, facts, basis);
    const priced = await withPartOfTaxes(ctx, stored.row.original_invoice_id, repriced);
    const orderNumbers = before.orders.map(({ number }) => number);
    await replaceDraft(ctx, invoiceId, {
      facts,
      priced,
      searchTexts: [...customerTexts(customer), ...orderNumbers],
    });
    const after = await describeById(ctx, invoiceId);
    await audit(ctx, {
      action: 'invoice.update',
      entityType: 'invoice',
      entityId: invoiceId,
      changes: differences(auditable(before), auditable(after)),
    });
    return after;
  });
}

/**
 * Changes what stands beside a document, issued or not: notes, tags, whether reminders are paused.
 * @throws AppError `stale`, `not-found`
 */
export async function annotateInvoice(
  ctx: Ctx,
  invoiceId: string,
  expectedVersion: number,
  input: AnnotateInvoiceInput,
): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const patch = parse(AnnotateInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const { row } = await invoiceInTenant(ctx, invoiceId, true);
    if (row.version !== expectedVersion) throw stale();
    const before = { notes: row.notes, tags: row.tags, remindersPaused: row.reminders_paused };
    const after = { ...before, ...patch };
    await Promise.all([
      ctx.tx.execute(sql`
        update invoices set notes = ${after.notes}, tags = ${after.tags}::text[],
          reminders_paused = ${after.remindersPaused}, version = version + 1, updated_at = ${ctx.clock()}
        where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`),
      audit(ctx, {
        action: 'invoice.update',
        entityType: 'invoice',
        entityId: invoiceId,
        entityName: row.number ?? undefined,
        changes: differences(before, after),
      }),
    ]);
    return describeById(ctx, invoiceId);
  });
}
