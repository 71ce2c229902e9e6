import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { paperInTenant } from './internal';
import type { SendingDto, SendingState } from './schemas';

export interface SendingRow {
  id: string;
  documentId: string;
  state: SendingState;
  to: string[];
  cc: string[];
  language: string;
  subject: string;
  text: string;
  attachXml: boolean;
  withLink: boolean;
  attachments: { name: string; bytes: number | null }[];
  reason: string | null;
  sentBy: string;
  createdAt: Date;
  queuedAt: Date | null;
  sentAt: Date | null;
  failedAt: Date | null;
}

export const sendingColumns = sql`
  id, document_id as "documentId", state, recipients as "to", cc, language, subject, text, attach_xml as "attachXml",
  with_link as "withLink", attachments, reason, actor_name as "sentBy", created_at as "createdAt",
  queued_at as "queuedAt", sent_at as "sentAt", failed_at as "failedAt"`;

export const toSending = ({ language: _l, ...row }: SendingRow): SendingDto => ({
  ...row,
  attachments: row.attachments.map(({ name, bytes }) => ({ name, bytes: bytes?.toString() ?? null })),
  createdAt: row.createdAt.toISOString(),
  queuedAt: row.queuedAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  failedAt: row.failedAt?.toISOString() ?? null,
});

/** The mails that a document went with, the newest first. @throws AppError `not-found` */
export async function listSendings(ctx: Ctx, documentId: string): Promise<SendingDto[]> {
  return withTx(ctx, async (ctx) => {
    await paperInTenant(ctx, documentId, 'read');
    const rows = await ctx.tx.query<SendingRow>(sql`
      select ${sendingColumns} from document_sendings
      where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid
      order by created_at desc, id desc limit 100`);
    return rows.map(toSending);
  });
}
