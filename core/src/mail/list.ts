import { config } from '../platform/config';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { withSystemTx } from '../platform/tx';

export interface MailLine {
  id: string;
  recipient: string;
  template: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  /** Everybody else who gets it. */
  copies: string[];
  attachments: { name: string; bytes: number | null }[];
  createdAt: string;
}

/** Whether mails are kept for the development page: no mail server, and a demo or development. */
export function mailsAreShown(): boolean {
  const { SMTP_URL, COUNTINGHOUSE_DEMO, NODE_ENV } = config();
  return !SMTP_URL && (COUNTINGHOUSE_DEMO || NODE_ENV === 'development');
}

/**
 * The newest mails of all companies, for the development page only.
 * @throws AppError `not-found` anywhere else
 */
export async function listMails(limit = 50): Promise<MailLine[]> {
  if (!mailsAreShown()) throw notFound('page');
  const rows = await withSystemTx((tx) =>
    tx.query<Omit<MailLine, 'createdAt'> & { createdAt: Date }>(sql`
      select id, recipient, template, language, subject, text, html, also_to || cc as copies, attachments,
        created_at as "createdAt"
      from mails order by created_at desc, id desc limit ${limit}`),
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
