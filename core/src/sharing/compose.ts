import { companyProfile, fillText, mailTemplateFor, type MailTemplate } from '../company';
import { writing, type DocumentKind, type DocumentSnapshot } from '../documents';
import type { Ctx, TxCtx } from '../platform/context';
import { daysBetween } from '../platform/time';
import { withTx } from '../platform/tx';
import { isInvoice, paperInTenant, type SharedPaper } from './internal';
import type { MailDraft } from './schemas';

const templateOf = (kind: DocumentKind): MailTemplate => (kind === 'deposit' ? 'invoice' : kind);

/** The last day that matters to who gets it: to pay by, or to accept until. */
const lastDayOf = (snapshot: DocumentSnapshot): string | null =>
  'items' in snapshot ? (snapshot.dueDate ?? snapshot.validUntil) : null;

const totalOf = (snapshot: DocumentSnapshot): string =>
  'items' in snapshot ? snapshot.totals.payableMinor : snapshot.totalMinor;

/** What templates of mails leave open, filled in from the document. */
function valuesOf({ number, snapshot }: SharedPaper) {
  const { issueDate, currency } = snapshot;
  const { date, money } = writing(snapshot.language, snapshot.brand.paper);
  const lastDay = lastDayOf(snapshot);
  return {
    number,
    date: date(issueDate),
    ...(lastDay && { dueDate: date(lastDay), days: String(daysBetween(issueDate, lastDay)) }),
    total: money(totalOf(snapshot), currency),
    company: snapshot.seller.name,
    customer: snapshot.buyer.contactName ?? snapshot.buyer.name,
  };
}

/** What a mail about a document says where nobody says otherwise. */
export async function composed(ctx: TxCtx, paper: SharedPaper): Promise<MailDraft> {
  const { language, buyer } = paper.snapshot;
  const template = mailTemplateFor(await companyProfile(ctx), language, templateOf(paper.kind));
  const values = valuesOf(paper);
  // What is not known of this document leaves nothing in braces.
  const fill = (text: string) => fillText(text, values).replace(/\{\w+\}/g, '–');
  return {
    to: buyer.email ? [buyer.email] : [],
    subject: fill(template.subject),
    text: fill(template.text),
    language,
    mayAttachXml: isInvoice(paper.kind),
  };
}

/** The mail that a document would go with, to be looked over before it is sent. @throws AppError `not-found` */
export async function draftDocumentMail(ctx: Ctx, documentId: string): Promise<MailDraft> {
  return withTx(ctx, async (ctx) => composed(ctx, await paperInTenant(ctx, documentId, 'write')));
}
