import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { enqueueFor } from '../platform/outbox';
import type { Language } from '../platform/time';
import type { Tx } from '../platform/tx';
import { mailSend } from './jobs';
import { renderWritten, type MailButton } from './render';

/** A file that goes with a mail; its bytes are read from the store when the mail is sent. */
export interface MailAttachment {
  name: string;
  contentType: string;
  objectKey: string;
  bytes: number | null;
}

/** A mail that a company has written itself. */
export interface WrittenMail {
  /** At least one; each sees the others. */
  to: readonly string[];
  cc: readonly string[];
  language: Language;
  subject: string;
  /** Paragraphs are apart by empty lines. */
  text: string;
  button: MailButton | null;
  /** Name of the company, under the text. */
  footer: string;
  /** Shown as the sender; the address stays the product's own. */
  fromName: string;
  replyTo: string | null;
  attachments: readonly MailAttachment[];
}

/**
 * Writes a company's own mail in an open transaction; it is sent if and only if that is committed.
 * @returns the mail's id
 */
export async function queueWrittenMail(tx: Tx, tenantId: string, mail: WrittenMail): Promise<string> {
  const id = newId();
  const { subject, text, html } = renderWritten(mail);
  const [recipient = '', ...alsoTo] = mail.to;
  await tx.execute(sql`
    insert into mails (id, tenant_id, recipient, also_to, cc, from_name, reply_to, template, language, subject, text,
      html, attachments)
    values (${id}::uuid, ${tenantId}::uuid, ${recipient}, ${alsoTo}::text[], ${mail.cc}::text[], ${mail.fromName},
      ${mail.replyTo}, 'written', ${mail.language}, ${subject}, ${text}, ${html},
      ${JSON.stringify(mail.attachments)}::jsonb)`);
  await enqueueFor(tx, tenantId, mailSend, { mailId: id });
  return id;
}
