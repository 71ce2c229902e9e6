import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { GatheringSocket } from './socket';

const server = createServer();
afterAll(() => server.close());

/** As the driver writes a statement: in pieces that belong together. */
function send(socket: GatheringSocket, ...pieces: string[]): void {
  socket.cork();
  for (const piece of pieces) socket.write(piece);
  socket.uncork();
}

it('sends all statements of one turn of the event loop at once', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = new GatheringSocket();
  const accepted = once(server, 'connection');
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [peer] = (await accepted) as [Socket];
  const writes = vi.spyOn(socket, '_writev' as never);
  const packets: string[] = [];
  peer.on('data', (bytes) => packets.push(bytes.toString()));

  send(socket, 'parse ', 'bind ');
  send(socket, 'execute');
  await vi.waitUntil(() => packets.length > 0);
  send(socket, 'commit');
  await vi.waitUntil(() => packets.length > 1);

  expect(packets).toEqual(['parse bind execute', 'commit']);
  expect(writes).toHaveBeenCalledTimes(1);
  socket.destroy();
});
