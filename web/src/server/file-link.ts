import 'server-only';
import { isAppError, type AppError } from '@countinghouse/core/platform/errors';
import { attachment } from '@countinghouse/core/platform/storage';
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

/** What else there is to say of a refusal, line by line. */
type Explain = (error: AppError) => Promise<string[]>;

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Answers with what work makes; who cannot have it is told why, in words. */
async function answered(work: () => Promise<Response>, explain?: Explain): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { status, text } = await refusal(error);
    const more = explain && isAppError(error) ? await explain(error) : [];
    return new Response(`${[text, ...more].join('\n')}\n`, { status, headers: plain });
  }
}

/** Leads the browser to a file by a link that is good for a minute; who cannot have it is told why, in words. */
export function leadToFile(link: () => Promise<string>): Promise<Response> {
  return answered(async () => {
    const headers = { location: await link(), 'cache-control': 'no-store' };
    return new Response(null, { status: 302, headers });
  });
}

/** Hands out a file that is made on the spot, never to be shown inside a page; or says why not, in words. */
export function handOut(
  file: () => Promise<{ fileName: string; contentType: string; body: string }>,
  explain?: Explain,
): Promise<Response> {
  return answered(async () => {
    const { fileName, contentType, body } = await file();
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'content-disposition': attachment(fileName),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  }, explain);
}
