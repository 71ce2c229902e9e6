import { customerOf, customerTexts } from '../customers';
import { productsOf } from '../orders';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { loadBasis, pricingOf } from './basis';
import { standardFacts, taxDate, withTyped } from './facts';
import { describeById } from './get';
import { resolveDraft } from './resolve';
import { CreateInvoiceInput, type InvoiceDto } from './schemas';
import { insertDrafts, type NewDraft } from './write.sql';

/** The series and period that a draft is made for; a period gets one invoice, however often it is asked for. */
export interface InvoiceOrigin {
  recurringInvoiceId: string;
  recurringPeriod: string;
}

/** Writes drafts with their audit rows: the last step of every verb that makes some. */
export async function keepDrafts(ctx: TxCtx, drafts: readonly NewDraft[]): Promise<void> {
  await insertDrafts(ctx, drafts);
  await audit(
    ctx,
    ...drafts.map(({ id, kind, priced }) => ({
      action: 'invoice.create',
      entityType: 'invoice',
      entityId: id,
      changes: {
        kind: { to: kind },
        total: { to: { amount: priced.totals.payableMinor, currency: priced.currency } },
      },
    })),
  );
}

/**
 * Drafts a free invoice, or a credit note that stands alone.
 * @throws AppError `invalid` naming the field; a unique violation where `origin`'s period has its invoice already
 */
export async function createInvoice(
  ctx: Ctx,
  input: CreateInvoiceInput,
  origin?: InvoiceOrigin,
): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const {
    kind,
    items,
    adjustments = [],
    currency,
    pricesIncludeTax,
    ...typed
  } = parse(CreateInvoiceInput, input);
  return withTx(ctx, async (ctx) => {
    const [basis, customer, products] = await Promise.all([
      loadBasis(ctx),
      customerOf(ctx, typed.customerId),
      productsOf(ctx, items),
    ]);
    const facts = withTyped(standardFacts(basis, customer), typed);
    const priced = resolveDraft(
      {
        pricing: pricingOf(basis, { currency, pricesIncludeTax }, customer),
        products,
        taxes: basis.taxes,
        date: taxDate(facts, basis.today),
        known: [],
      },
      items,
      adjustments,
    );
    const id = newId();
    await keepDrafts(ctx, [
      {
        id,
        kind,
        originalInvoiceId: null,
        recurringInvoiceId: origin?.recurringInvoiceId ?? null,
        recurringPeriod: origin?.recurringPeriod ?? null,
        facts,
        priced,
        searchTexts: customerTexts(customer),
      },
    ]);
    return describeById(ctx, id);
  });
}
