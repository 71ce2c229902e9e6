// COPY without a product around it.
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

async function connected({ adminUrl }, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Seconds that COPY of a query takes, its text thrown away. */
export const copyOut = (instance, query) =>
  connected(instance, (client) =>
    timed(() => {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      return pipeline(client.query(copyTo(`copy (${query}) to stdout (format csv)`)), nowhere);
    }),
  );

/** Seconds that COPY of a gzipped CSV file into a table of texts takes, committed. */
export const copyIn = (instance, file, columns) =>
  connected(instance, async (client) => {
    const list = columns.map((_, index) => `c${index} text`).join(', ');
    await client.query(`drop table if exists bench_raw; create table bench_raw (${list})`);
    const took = await timed(() =>
      pipeline(
        createReadStream(file),
        createGunzip(),
        client.query(copyFrom('copy bench_raw from stdin (format csv, header true)')),
      ),
    );
    await client.query('drop table bench_raw');
    return took;
  });
