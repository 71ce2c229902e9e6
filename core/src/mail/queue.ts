import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import type { Language } from '../platform/time';
import { enqueueFor } from '../platform/outbox';
import type { Tx } from '../platform/tx';
import { mailSend } from './jobs';
import { renderMail } from './render';
import type { MailTemplate, MailValues } from './templates';

export interface NewMail<Template extends MailTemplate> {
  to: string;
  language: Language;
  template: Template;
  values: MailValues[Template];
}

/**
 * Writes a mail in an open transaction; it is sent if and only if that is committed.
 * @returns the mail's id
 */
export async function queueMail<Template extends MailTemplate>(
  tx: Tx,
  tenantId: string | null,
  { to, language, template, values }: NewMail<Template>,
): Promise<string> {
  const id = newId();
  const { subject, text, html } = renderMail(template, language, values);
  await tx.execute(sql`
    insert into mails (id, tenant_id, recipient, template, language, subject, text, html)
    values (${id}::uuid, ${tenantId}::uuid, ${to}, ${template}, ${language}, ${subject}, ${text}, ${html})`);
  await enqueueFor(tx, tenantId, mailSend, { mailId: id });
  return id;
}
