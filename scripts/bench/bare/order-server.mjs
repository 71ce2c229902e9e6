// The ceiling: node:http and pg alone, prepared statements, a pool of ten. No sign-in, no permissions, no validation.
import { createServer } from 'node:http';
import pg from 'pg';
import { insertOrder, orderPage } from './statements.mjs';

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 });

async function list(url) {
  const { rows } = await pool.query({ ...orderPage, values: [url.searchParams.get('tenant')] });
  return { data: rows, next: null };
}

async function insert(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString('utf8');
  const { rows } = await pool.query({ ...insertOrder, values: [body] });
  return rows[0];
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const work = request.method === 'POST' ? insert(request) : list(url);
  work.then(
    (result) => {
      const text = JSON.stringify(result);
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      response.writeHead(500).end();
    },
  );
});
server.listen(Number(process.env.BARE_PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
