import type { z } from 'zod';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { conflict, invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { enqueue } from '../platform/outbox';
import { withTx } from '../platform/tx';
import { composed } from './compose';
import { isInvoice, lockDocument, paperInTenant } from './internal';
import { documentSend } from './jobs';
import { RequestKey, SendDocumentInput, type MailDraft, type SendingDto } from './schemas';
import { sendingColumns, toSending, type SendingRow } from './sendings';

const AGAIN_MS = 60_000;

const byKey = async (ctx: TxCtx, key: string): Promise<SendingRow | undefined> =>
  (
    await ctx.tx.query<SendingRow>(sql`
      select ${sendingColumns} from document_sendings
      where tenant_id = ${ctx.tenantId}::uuid and request_key = ${key}`)
  )[0];

/** @throws AppError `conflict` (`sent-just-now`) */
async function demandPause(ctx: TxCtx, documentId: string, addresses: readonly string[]): Promise<void> {
  const [recent] = await ctx.tx.query(sql`
    select 1 from document_sendings
    where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid and state <> 'failed'
      and created_at > ${new Date(ctx.clock().getTime() - AGAIN_MS)} and (recipients || cc) && ${addresses}::text[]
    limit 1`);
  if (!recent) return;
  throw conflict('This document went to the same address less than a minute ago.', 'sent-just-now');
}

interface NewSending {
  documentId: string;
  key: string;
  to: readonly string[];
  data: z.output<typeof SendDocumentInput>;
  draft: MailDraft;
}

const insert = (ctx: TxCtx, { documentId, key, to, data, draft }: NewSending) =>
  ctx.tx.query<SendingRow>(sql`
    insert into document_sendings (id, tenant_id, document_id, request_key, recipients, cc, language, subject, text,
      attach_xml, with_link, created_by, actor_name, created_at)
    values (${newId()}::uuid, ${ctx.tenantId}::uuid, ${documentId}::uuid, ${key}, ${to}::text[], ${data.cc}::text[],
      ${draft.language}, ${data.subject ?? draft.subject}, ${data.text ?? draft.text}, ${data.attachXml},
      ${data.withLink}, ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.actor.name}, ${ctx.clock()})
    on conflict (tenant_id, request_key) do nothing
    returning ${sendingColumns}`);

/**
 * Sends a document by mail, as soon as its PDF is there. Never twice by accident: the same key answers what was sent
 * with it, and the same document goes to the same address within a minute only with `again`.
 * @param requestKey names this one request: made by the form, or by what a job works for
 * @throws AppError `not-found`, `forbidden`, `invalid` (`no-recipients`), `conflict` (`sent-just-now`,
 *   `request-key-reused`, `no-e-invoice`)
 */
export async function sendDocument(
  ctx: Ctx,
  documentId: string,
  input: SendDocumentInput,
  requestKey: string,
): Promise<SendingDto> {
  const [data, key] = [parse(SendDocumentInput, input), parse(RequestKey, requestKey)];
  return withTx(ctx, async (ctx) => {
    const paper = await paperInTenant(ctx, documentId, 'write');
    await lockDocument(ctx, documentId);
    const reused = () => conflict('This key was used for another document.', 'request-key-reused');
    const earlier = await byKey(ctx, key);
    if (earlier && earlier.documentId !== paper.id) throw reused();
    if (earlier) return toSending(earlier);
    if (data.attachXml && !isInvoice(paper.kind)) {
      throw conflict('There is no e-invoice of this kind of document.', 'no-e-invoice');
    }
    const draft = await composed(ctx, paper);
    const to = data.to ?? draft.to;
    if (to.length === 0) throw invalid('to', 'needed', { reason: 'no-recipients' });
    if (!data.again) await demandPause(ctx, paper.id, [...to, ...data.cc]);
    const [row] = await insert(ctx, { documentId: paper.id, key, to, data, draft });
    if (!row) throw reused();
    await enqueue(ctx, documentSend, { sendingId: row.id });
    await audit(ctx, {
      action: 'document.mail',
      entityType: 'document',
      entityId: paper.id,
      entityName: paper.number,
      changes: { to: { to: row.to }, ...(row.cc.length > 0 && { cc: { to: row.cc } }) },
    });
    return toSending(row);
  });
}
