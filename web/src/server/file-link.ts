import 'server-only';
import { isAppError } from '@countinghouse/core/platform/errors';
import { getTranslations } from 'next-intl/server';

/** What Next throws for `notFound()`: a route, unlike a page, would answer it with nothing at all. */
const isNextNotFound = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404';

const isHidden = (error: unknown): boolean =>
  isNextNotFound(error) || (isAppError(error) && (error.code === 'not-found' || error.code === 'forbidden'));

/** Leads the browser to a file by a link that is good for a minute; who may not have it is told so in words. */
export async function leadToFile(link: () => Promise<string>): Promise<Response> {
  try {
    const headers = { location: await link(), 'cache-control': 'no-store' };
    return new Response(null, { status: 302, headers });
  } catch (error) {
    if (!isHidden(error)) throw error;
    const t = await getTranslations('errors.notFound');
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(`${t('title')}\n${t('text')}\n`, { status: 404, headers });
  }
}
