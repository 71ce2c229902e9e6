import type { ServerResponse } from 'node:http';

/** Nobody sees a page this much later. */
const HOLD_MS = 4;

/**
 * Sends a document in few packets: React writes it in dozens of small pieces, each of which would be a call of the
 * system. Pieces wait for others until there are some kilobytes of them, or a moment has passed.
 */
export function gatherWrites(response: ServerResponse): void {
  const { socket } = response;
  if (!socket) return;
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    socket.uncork();
  };
  response.write = ((...given: unknown[]) => {
    if (!timer) {
      socket.cork();
      timer = setTimeout(send, HOLD_MS);
    }
    const takesMore = write(...given);
    if (!takesMore) send();
    return takesMore;
  }) as ServerResponse['write'];
  // The end sends what waits.
  response.once('close', () => clearTimeout(timer));
}
