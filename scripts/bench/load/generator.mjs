// A process of its own: reads one job as JSON from its arguments, loads a server on this machine in a closed loop,
// bounded in time and count, and prints what it saw as JSON.
import { randomUUID } from 'node:crypto';
import { percentiles } from '../figures.mjs';
import { keepAsking } from './connection.mjs';

const MOST_REQUESTS = 500_000;
const host = '127.0.0.1';
const job = JSON.parse(process.argv[2]);

const KEY = '{unique}';
/** The bytes of a request; those with a place for a unique key are written anew each time. */
function bytesOf({ method = 'GET', path, headers = {}, body }) {
  const all = { Host: `localhost:${job.port}`, ...headers };
  if (body !== undefined) all['Content-Length'] = Buffer.byteLength(body);
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `${method} ${path} HTTP/1.1\r\n${fields.join('')}\r\n${body ?? ''}`;
  if (text.includes(KEY)) return () => Buffer.from(text.replaceAll(KEY, randomUUID()));
  const bytes = Buffer.from(text);
  return () => bytes;
}

const requests = job.requests.map(bytesOf);

async function load(seconds) {
  const times = [];
  const statuses = {};
  const started = performance.now();
  const end = started + seconds * 1000;
  let [sent, bytes] = [0, 0];
  const next = () =>
    performance.now() < end && sent < MOST_REQUESTS ? requests[sent++ % requests.length]() : undefined;
  const done = (status, milliseconds, size) => {
    times.push(milliseconds);
    bytes += size;
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const connections = Array.from({ length: job.connections }, () =>
    keepAsking({ host, port: job.port, next, done }),
  );
  await Promise.all(connections);
  const took = (performance.now() - started) / 1000;
  return {
    perSecond: times.length / took,
    ...percentiles(times),
    requests: times.length,
    statuses,
    bytes: Math.round(bytes / times.length),
  };
}

// What hangs for this long is a failure, not a slow answer.
setTimeout(() => process.exit(3), (job.warmUp + job.seconds) * 1000 + 30_000).unref();
if (job.warmUp > 0) await load(job.warmUp);
process.stdout.write(JSON.stringify(await load(job.seconds)));
