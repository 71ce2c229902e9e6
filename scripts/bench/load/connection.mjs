// One keep-alive HTTP/1.1 connection that asks and waits, again and again. Written on a bare socket, because the
// generator shares the machine with what it measures: Node's own client would cost as much as the server.
import { createConnection } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Whether the bytes hold a whole answer: its status, or undefined while some of it is missing. */
function wholeAnswer(bytes) {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const status = Number(head.slice(9, 12));
  if (length !== undefined) return bytes.length >= headEnd + 4 + Number(length) ? status : undefined;
  if (head.includes('\r\ntransfer-encoding: chunked')) {
    return bytes.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) ? status : undefined;
  }
  return status;
}

/** Sends what `next()` gives (a Buffer, or undefined at the end) and tells `done(status, ms, bytes)` each answer. */
export function keepAsking({ host, port, next, done }) {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, noDelay: true });
    let parts = [];
    let started = 0;
    const ask = () => {
      const request = next();
      if (!request) return void socket.end(resolve);
      parts = [];
      started = performance.now();
      socket.write(request);
    };
    socket.once('connect', ask);
    socket.on('data', (data) => {
      parts.push(data);
      const bytes = parts.length === 1 ? data : Buffer.concat(parts);
      parts = [bytes];
      const status = wholeAnswer(bytes);
      if (status === undefined) return;
      done(status, performance.now() - started, bytes.length);
      ask();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the connection')));
  });
}
