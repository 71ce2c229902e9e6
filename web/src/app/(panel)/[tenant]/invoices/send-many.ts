import 'server-only';
import { getInvoice, type BulkInvoicesResult } from '@countinghouse/core/invoices';
import type { Ctx } from '@countinghouse/core/platform/context';
import { conflict, isAppError } from '@countinghouse/core/platform/errors';
import { sendDocument } from '@countinghouse/core/sharing';

async function send(ctx: Ctx, id: string, key: string): Promise<void> {
  const { documentId, state } = await getInvoice(ctx, id);
  if (!documentId || state !== 'issued')
    throw conflict('Only what is issued can be sent.', 'invoice-not-issued');
  await sendDocument(ctx, documentId, {}, `${key}/${id}`);
}

/**
 * Mails issued documents to their customers. Each on its own: one without an address keeps no other back.
 * @param key names the request, so that pressing twice sends once
 */
export async function sendInvoices(
  ctx: Ctx,
  ids: readonly string[],
  key: string,
): Promise<BulkInvoicesResult> {
  const result: BulkInvoicesResult = { matched: ids.length, changed: 0, refused: [] };
  for (const id of ids) {
    try {
      await send(ctx, id, key);
      result.changed += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { message, code, reason = null } = error;
      result.refused.push({ id, message, code, reason });
    }
  }
  return result;
}
