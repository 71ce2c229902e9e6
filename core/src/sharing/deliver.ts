import { createHash } from 'node:crypto';
import { companyProfile } from '../company';
import { pdfFileName } from '../documents';
import { eInvoiceFile } from '../e-invoices';
import { queueWrittenMail, type MailAttachment } from '../mail';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError } from '../platform/errors';
import { objects } from '../platform/objects';
import type { Language } from '../platform/time';
import { withTx } from '../platform/tx';
import { paperInTenant, type SharedPaper } from './internal';
import { linkForMail } from './links';
import { failSending } from './outcome';
import { sendingColumns, type SendingRow } from './sendings';
import { buttonTexts } from './texts';

async function waitingSending(ctx: TxCtx, sendingId: string): Promise<SendingRow | undefined> {
  const [row] = await ctx.tx.query<SendingRow>(sql`
    select ${sendingColumns} from document_sendings
    where tenant_id = ${ctx.tenantId}::uuid and id = ${sendingId}::uuid and state = 'waiting' for update`);
  return row;
}

function pdfOf({ number, pdfObjectKey, pdfBytes }: SharedPaper): MailAttachment[] {
  if (!pdfObjectKey) return [];
  const bytes = pdfBytes === null ? null : Number(pdfBytes);
  return [{ name: pdfFileName(number), contentType: 'application/pdf', objectKey: pdfObjectKey, bytes }];
}

/** Keeps the e-invoice where the mail can be sent from; the same content has the same key. */
async function xmlOf(ctx: Ctx, documentId: string): Promise<MailAttachment> {
  const { fileName, contentType, body } = await eInvoiceFile(ctx, documentId, 'ubl');
  const bytes = Buffer.from(body);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const objectKey = `documents/${ctx.tenantId}/${documentId}-${hash}.xml`;
  await objects().put(objectKey, bytes, { contentType, bytes: bytes.length });
  return { name: fileName, contentType, objectKey, bytes: bytes.length };
}

/** Writes the mail of a sending and notes it, both or neither. */
async function writeMail(ctx: TxCtx, sendingId: string, files: readonly MailAttachment[]): Promise<void> {
  const sending = await waitingSending(ctx, sendingId);
  if (!sending) return;
  const paper = await paperInTenant(ctx, sending.documentId, 'write');
  const { mailFromName, mailReplyTo, email, legalName } = await companyProfile(ctx);
  const language = sending.language as Language;
  const link = sending.withLink ? await linkForMail(ctx, paper) : null;
  const attachments = [...pdfOf(paper), ...files];
  const mailId = await queueWrittenMail(ctx.tx, ctx.tenantId, {
    to: sending.to,
    cc: sending.cc,
    language,
    subject: sending.subject,
    text: sending.text,
    button: link?.url ? { label: buttonTexts[language][paper.kind], link: link.url } : null,
    footer: legalName,
    fromName: mailFromName ?? legalName,
    replyTo: mailReplyTo ?? email,
    attachments,
  });
  await ctx.tx.execute(sql`
    update document_sendings set state = 'queued', mail_id = ${mailId}::uuid, link_id = ${link?.id ?? null}::uuid,
      attachments = ${JSON.stringify(attachments.map(({ name, bytes }) => ({ name, bytes })))}::jsonb,
      queued_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${sendingId}::uuid`);
}

/**
 * Writes the mail of a sending once its PDF is there. A crash at any point only means that it is done again: until the
 * mail is written, nothing has left, and with it the sending is no longer waiting.
 * @returns `waiting` while the PDF is being printed
 */
export async function deliverSending(ctx: Ctx, sendingId: string): Promise<'waiting' | 'done'> {
  const found = await withTx(ctx, async (ctx) => {
    const sending = await waitingSending(ctx, sendingId);
    return sending && { sending, paper: await paperInTenant(ctx, sending.documentId, 'write') };
  });
  if (!found) return 'done';
  const { sending, paper } = found;
  if (paper.pdfState === 'pending') return 'waiting';
  if (paper.pdfState === 'failed') {
    await failSending(ctx, sendingId, 'The PDF could not be printed.');
    return 'done';
  }
  try {
    const files = sending.attachXml ? [await xmlOf(ctx, paper.id)] : [];
    await withTx(ctx, (ctx) => writeMail(ctx, sendingId, files));
  } catch (error) {
    if (!isAppError(error)) throw error;
    await failSending(ctx, sendingId, error.message);
  }
  return 'done';
}
