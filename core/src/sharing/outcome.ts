import { mailOutcome } from '../mail';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { withTx } from '../platform/tx';
import { noteSent } from './marks';

/** Notes that a sending is given up before there was a mail. @param reason safe to show */
export async function failSending(ctx: Ctx, sendingId: string, reason: string): Promise<void> {
  await withTx(ctx, (ctx) =>
    ctx.tx.execute(sql`
      update document_sendings set state = 'failed', failed_at = ${ctx.clock()}, reason = ${reason.slice(0, 500)}
      where tenant_id = ${ctx.tenantId}::uuid and id = ${sendingId}::uuid and state = 'waiting'`),
  );
}

/**
 * Takes over what has become of a mail into the log of what was sent; nothing happens for other mails, and a second
 * time. Called by the job that sends mails, at the end of each run, so that a crash in between is made good.
 */
export async function recordMailOutcome(ctx: Ctx, mailId: string): Promise<void> {
  const { state, at, reason } = await mailOutcome(mailId);
  if (state !== 'sent' && state !== 'failed') return;
  await withTx(ctx, async (ctx) => {
    const when = at ?? ctx.clock();
    const [row] = await ctx.tx.query<{ documentId: string }>(sql`
      update document_sendings set state = ${state}, reason = ${reason},
        sent_at = ${state === 'sent' ? when : null}, failed_at = ${state === 'failed' ? when : null}
      where tenant_id = ${ctx.tenantId}::uuid and mail_id = ${mailId}::uuid and state in ('queued', 'kept')
      returning document_id as "documentId"`);
    if (row && state === 'sent') await noteSent(ctx, row.documentId, when);
  });
}

/** Notes that a mail stays here, because there is no mail server. */
export async function recordMailKept(ctx: Ctx, mailId: string): Promise<void> {
  await withTx(ctx, (ctx) =>
    ctx.tx.execute(sql`
      update document_sendings set state = 'kept'
      where tenant_id = ${ctx.tenantId}::uuid and mail_id = ${mailId}::uuid and state = 'queued'`),
  );
}
