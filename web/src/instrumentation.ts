import type { Instrumentation } from 'next';

/** Errors of pages and actions, in the log with the request id and the digest that the reader sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // A constant of Next's build, no setting. As a block, so that the build for the edge leaves the import out.
  // eslint-disable-next-line no-restricted-syntax
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@countinghouse/core/platform/log');
    const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
    const requestId = request.headers['x-request-id'];
    log().error({ err: error, requestId, digest, route: context.routePath }, 'a page failed unexpectedly');
  }
};
