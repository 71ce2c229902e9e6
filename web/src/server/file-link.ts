import 'server-only';
import { isAppError } from '@countinghouse/core/platform/errors';
import { getTranslations } from 'next-intl/server';

/** What Next throws for `notFound()`: a route, unlike a page, would answer it with nothing at all. */
const isNextNotFound = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404';

const hidden = ['not-found', 'forbidden'];

async function refusal(error: unknown): Promise<{ status: number; text: string }> {
  const t = await getTranslations('errors');
  if (isNextNotFound(error) || (isAppError(error) && hidden.includes(error.code))) {
    return { status: 404, text: `${t('notFound.title')}\n${t('notFound.text')}` };
  }
  if (!isAppError(error)) throw error;
  const reason = `reasons.${error.reason}`;
  return { status: 409, text: t((t.has(reason as never) ? reason : `codes.${error.code}`) as never) };
}

/** Leads the browser to a file by a link that is good for a minute; who cannot have it is told why, in words. */
export async function leadToFile(link: () => Promise<string>): Promise<Response> {
  try {
    const headers = { location: await link(), 'cache-control': 'no-store' };
    return new Response(null, { status: 302, headers });
  } catch (error) {
    const { status, text } = await refusal(error);
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(`${text}\n`, { status, headers });
  }
}
