import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gatherWrites } from './gather-writes';

/** Asks a server that answers like this; `sends` counts how often it called the system for it. */
async function asked(answer: (response: ServerResponse) => Promise<void> | void) {
  let sends = 0;
  const server = createServer((_request, response) => {
    const socket = response.socket as Socket;
    for (const name of ['_write', '_writev'] as const) {
      const send = (socket[name] as (...given: unknown[]) => void).bind(socket);
      socket[name] = (...given: unknown[]) => {
        sends += 1;
        send(...given);
      };
    }
    gatherWrites(response);
    void answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { response: await fetch(address), sends: () => sends, close: () => server.close() };
}

const numbers = Array.from({ length: 20 }, (_none, piece) => `${piece};`);

it('sends what is written turn by turn together', async () => {
  const { response, sends, close } = await asked(async (response) => {
    for (const piece of numbers) {
      response.write(piece);
      await turn();
    }
    response.end();
  });
  expect(await response.text()).toBe(numbers.join(''));
  expect(sends()).toBeLessThan(numbers.length / 2);
  close();
});

it('does not hold back more than it may keep, and a writer that waits for room goes on', async () => {
  const large = 'x'.repeat(40_000);
  const { response, close } = await asked(async (response) => {
    for (let piece = 0; piece < 5; piece += 1) if (!response.write(large)) await once(response, 'drain');
    response.end('end');
  });
  expect(await response.text()).toBe(`${large.repeat(5)}end`);
  close();
});

it('sends what waits although nothing more is written', async () => {
  let finish = (): unknown => undefined;
  const { response, close } = await asked((response) => {
    response.write('first');
    finish = () => response.end('last');
  });
  const reader = response.body?.getReader();
  const text = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await text()).toBe('first');
  finish();
  expect(await text()).toBe('last');
  close();
});
