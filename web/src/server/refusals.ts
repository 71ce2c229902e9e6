import 'server-only';
import type { Refusal } from '@countinghouse/core/invoices/schemas';
import { getTranslations } from 'next-intl/server';

/** Says in the reader's language why some of many were left as they are. */
export async function refusalsInWords<Result extends { refused: readonly Refusal[] }>(
  result: Result,
): Promise<Result> {
  const t = await getTranslations('errors');
  const refused = result.refused.map((refusal) => {
    const key = refusal.reason ? `reasons.${refusal.reason}` : `codes.${refusal.code}`;
    return { ...refusal, message: t.has(key as never) ? t(key as never) : refusal.message };
  });
  return { ...result, refused };
}
