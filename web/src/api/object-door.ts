import { config } from '@countinghouse/core/platform/config';
import { log } from '@countinghouse/core/platform/log';
import { objects, storageSettings } from '@countinghouse/core/platform/objects';
import { createObjectRoute, type ObjectRoute } from '@countinghouse/core/platform/storage';

/** Uploads and downloads by signed link where objects are kept on disk; elsewhere the store has its own door. */
export function createObjectDoor(): ObjectRoute {
  const settings = storageSettings(config());
  if (settings.driver !== 'filesystem') {
    return (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is nothing here.\n');
      return Promise.resolve();
    };
  }
  return createObjectRoute({
    storage: objects(),
    signingKey: settings.signingKey,
    onError: (error) => log().error({ err: error, operation: 'objects' }, 'request failed'),
  });
}
