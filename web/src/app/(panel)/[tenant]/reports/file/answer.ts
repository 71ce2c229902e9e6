import { isAppError } from '@countinghouse/core/platform/errors';
import type { Language } from '@countinghouse/core/platform/time';
import type { Ctx } from '@countinghouse/core/platform/context';
import type { ReportFile } from '@countinghouse/core/reports';
import { requireCompany } from '../../../../../server/session';

/** A small file, written while the reader waits; whoever may not see the report finds nothing. */
export async function answerFile(
  tenant: string,
  write: (ctx: Ctx, language: Language) => Promise<ReportFile>,
): Promise<Response> {
  const { ctx, session } = await requireCompany(tenant);
  try {
    const { name, text } = await write(ctx, session.user.language);
    return new Response(text, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (isAppError(error) && error.code === 'forbidden') return new Response(null, { status: 404 });
    throw error;
  }
}
