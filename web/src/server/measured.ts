import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { observeHttp } from '@countinghouse/core/platform/metrics';
import { isBuildFile, pathOf } from './doors';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Counts what Next answers. Its paths hold names of companies and ids, so pages are one route, files another. */
export const measured =
  (handler: Handler): Handler =>
  (request, response) => {
    const began = performance.now();
    const route = isBuildFile(pathOf(request.url ?? '/')) ? 'build-file' : 'page';
    response.once('finish', () =>
      observeHttp({
        method: request.method ?? 'GET',
        route,
        status: response.statusCode,
        seconds: (performance.now() - began) / 1_000,
      }),
    );
    return handler(request, response);
  };
