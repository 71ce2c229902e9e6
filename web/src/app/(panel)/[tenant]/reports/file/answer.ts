import { isAppError } from '@countinghouse/core/platform/errors';
import type { Language } from '@countinghouse/core/platform/time';
import type { Ctx } from '@countinghouse/core/platform/context';
import type { ReportFile, ReportStream } from '@countinghouse/core/reports';
import { requireCompany } from '../../../../../server/session';

/** Asks for the next piece when the last one has been taken. */
function bytesOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const [pieces, encoder] = [chunks[Symbol.asyncIterator](), new TextEncoder()];
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

/** A file, written while the reader waits; whoever may not see the report finds nothing. */
export async function answerFile(
  tenant: string,
  write: (ctx: Ctx, language: Language) => Promise<ReportFile | ReportStream>,
): Promise<Response> {
  const { ctx, session } = await requireCompany(tenant);
  try {
    const file = await write(ctx, session.user.language);
    return new Response('text' in file ? file.text : bytesOf(file.chunks), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (isAppError(error) && error.code === 'forbidden') return new Response(null, { status: 404 });
    throw error;
  }
}
