import { openDocumentPdf, viewDocument, type DocumentPage, type FullDocument } from '../documents';
import { eInvoiceFile, type EInvoiceFile } from '../e-invoices';
import { isOverdue, type InvoiceKind, type InvoiceState, type PaymentState } from '../invoices/states';
import { answerOfferOnPage, stateOn, type OfferState } from '../offers';
import { systemCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import type { MoneyJson } from '../platform/money';
import { localDate } from '../platform/time';
import { hashToken } from '../platform/tokens';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { noteViewed } from './marks';
import { AnswerSharedInput } from './schemas';

interface OpenLink {
  ctx: Ctx;
  linkId: string;
  documentId: string;
}

/** One answer for wrong, expired and revoked links: nobody learns which one it is. */
const closed = () => notFound('page');

/** The link of a token while it is open. @throws AppError `not-found`, the same for all that are not */
async function linkOf(token: string): Promise<OpenLink> {
  const [found] = await withSystemTx((tx) =>
    tx.query<{ id: string; tenantId: string; documentId: string }>(sql`
      select id, tenant_id as "tenantId", document_id as "documentId" from document_links
      where token_hash = ${hashToken(token)} and revoked_at is null and expires_at > now()`),
  );
  if (!found) throw closed();
  return { ctx: systemCtx(found.tenantId, 'public page'), linkId: found.id, documentId: found.documentId };
}

interface InvoiceRow {
  kind: InvoiceKind;
  state: InvoiceState;
  paymentState: PaymentState | null;
  dueDate: string | null;
  openMinor: string;
  currency: string;
}

/** How an invoice stands: `open` is what is left to be paid. */
export interface SharedInvoice {
  kind: InvoiceKind;
  state: InvoiceState;
  paymentState: PaymentState | null;
  overdue: boolean;
  dueDate: string | null;
  open: MoneyJson;
}

/** How an offer stands, and what was answered. */
export interface SharedOffer {
  state: OfferState;
  validUntil: string | null;
  answer: { answer: 'accepted' | 'declined'; name: string; at: string } | null;
}

/** What the public page of a document shows. */
export interface SharedDocument {
  /** The company's short name; for the page's own use. */
  slug: string;
  timeZone: string;
  document: FullDocument & { page: DocumentPage };
  invoice: SharedInvoice | null;
  offer: SharedOffer | null;
}

async function invoiceOf(ctx: Ctx, documentId: string, today: string): Promise<SharedInvoice | null> {
  const [row] = await readOne<InvoiceRow>(
    ctx,
    sql`select kind, state, payment_state as "paymentState", due_date as "dueDate", currency,
          (payable_minor - settled_minor)::text as "openMinor"
        from invoices where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid`,
  );
  if (!row) return null;
  const { openMinor, currency, ...invoice } = row;
  return { ...invoice, overdue: isOverdue(row, today), open: { amount: openMinor, currency } };
}

type OfferRow = Omit<SharedOffer, 'answer'> & { answer: (SharedOffer['answer'] & { at: string }) | null };

async function offerOf(ctx: Ctx, documentId: string, today: string): Promise<SharedOffer | null> {
  const [row] = await readOne<OfferRow>(
    ctx,
    sql`select o.state, o.valid_until as "validUntil",
          (select json_build_object('answer', a.answer, 'name', a.name, 'at', a.at) from offer_answers a
           where a.tenant_id = o.tenant_id and a.offer_id = o.id) as answer
        from offers o where o.tenant_id = ${ctx.tenantId}::uuid and o.document_id = ${documentId}::uuid`,
  );
  if (!row) return null;
  const answer = row.answer && { ...row.answer, at: new Date(row.answer.at).toISOString() };
  return { state: stateOn(row, today), validUntil: row.validUntil, answer };
}

/**
 * The document of a link, for whoever has it.
 * @throws AppError `not-found`, the same for wrong, expired and revoked links
 */
export async function openSharedDocument(token: string): Promise<SharedDocument> {
  const { ctx, documentId } = await linkOf(token);
  const { slug, timeZone } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  const [document, invoice, offer] = await Promise.all([
    viewDocument(ctx, documentId),
    invoiceOf(ctx, documentId, today),
    offerOf(ctx, documentId, today),
  ]);
  return { slug, timeZone, document, invoice, offer };
}

/** Notes that the document of a link was looked at by who got it. @throws AppError `not-found` */
export async function noteSharedView(token: string): Promise<void> {
  const { ctx, linkId, documentId } = await linkOf(token);
  await withTx(ctx, async (ctx) => {
    await ctx.tx.execute(sql`
      update document_links set view_count = view_count + 1, last_viewed_at = ${ctx.clock()},
        first_viewed_at = coalesce(first_viewed_at, ${ctx.clock()})
      where tenant_id = ${ctx.tenantId}::uuid and id = ${linkId}::uuid`);
    await noteViewed(ctx, documentId);
  });
}

/** An address of the document's PDF, good for a minute. @throws AppError `not-found`, `conflict` while it is printed */
export async function openSharedPdf(token: string): Promise<string> {
  const { ctx, documentId } = await linkOf(token);
  return openDocumentPdf(ctx, documentId);
}

/** The e-invoice of a link. @throws AppError `not-found`, `conflict` where the document is none */
export async function openSharedXml(token: string): Promise<EInvoiceFile> {
  const { ctx, documentId } = await linkOf(token);
  return eInvoiceFile(ctx, documentId, 'ubl');
}

/**
 * Accepts or declines the offer of a link; the second click of the same answer changes nothing.
 * @throws AppError `not-found`, `invalid`, `conflict` (`offer-not-open`)
 */
export async function answerSharedOffer(
  token: string,
  input: AnswerSharedInput,
  from: { ip: string | undefined; userAgent: string | undefined },
): Promise<void> {
  const data = parse(AnswerSharedInput, input);
  const { ctx, linkId, documentId } = await linkOf(token);
  await withTx(ctx, async (ctx) => {
    // Who revokes the link waits for this answer, or this one finds it revoked.
    const [open] = await ctx.tx.query(sql`
      select 1 from document_links
      where tenant_id = ${ctx.tenantId}::uuid and id = ${linkId}::uuid and revoked_at is null
        and expires_at > now() for share`);
    if (!open) throw closed();
    await answerOfferOnPage(ctx, documentId, { ...data, ...from });
  });
}
