import { once } from 'node:events';
import { createServer } from 'node:net';
import { Failure } from './say.mjs';

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether a port is free on every address that a program could have taken it on. */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** Parses PORT; the services' ports lie above it, hence the upper bound. */
export function parsePort(text = '3000') {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 50_000) return port;
  throw new Failure(`PORT must be a number from 1024 to 50000, not "${text}".`);
}

/** `wanted`, or the next free port in steps of 50 when another program holds it. */
export async function freePortNear(wanted) {
  for (let port = wanted; port < wanted + 1000; port += 50) {
    if (await isFree(port)) return port;
  }
  throw new Failure(`No free port found from ${wanted} on. Choose another PORT, for example PORT=3100.`);
}

/** `count` different free ports, for instances that nobody needs to find. */
export async function anyFreePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
