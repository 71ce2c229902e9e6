// The same rows with the same lock in bare SQL: a counter is taken, a paper, an entry, an audit row and a job are
// written and the invoice is updated, by eight connections. Tables of its own, so that no trigger or policy is asked.
import pg from 'pg';

const CONNECTIONS = 8;

const tables = `
  drop schema if exists bare cascade;
  create schema bare;
  create table bare.counters (id int primary key, last_used bigint not null);
  insert into bare.counters values (1, 0);
  create table bare.documents (like public.documents including defaults including indexes);
  create table bare.ledger_entries (like public.ledger_entries including defaults including indexes);
  create table bare.audit_log (like public.audit_log including defaults including indexes);
  create table bare.outbox (like public.outbox including defaults including indexes);
  create table bare.invoices (id uuid primary key default gen_random_uuid(), number text, state text, document_id uuid,
    payload text default repeat('x', 600));
  create unique index on bare.invoices (number);`;

const statements = [
  `insert into bare.documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash)
   values ($1, $2, 'invoice', $3, current_date, 'en', $4, $5)`,
  `insert into bare.ledger_entries (tenant_id, position, event, invoice_id, series, period, count, number, issue_date,
     content_hash, previous_hash, hash, at)
   values ($2, substr($3, 2)::bigint, 'issue', $1, 'invoice', '', substr($3, 2)::bigint, $3, current_date, $4, $4, $4, now())`,
  `insert into bare.audit_log (id, tenant_id, actor_type, actor_name, action, entity_type, entity_id)
   values ($1, $2, 'system', 'bench', 'invoice.issue', 'invoice', $1)`,
  `insert into bare.outbox (id, tenant_id, job, payload) values ($1, $2, 'document.print', '{}')`,
];

/** Milliseconds that bare SQL takes to issue `count` documents; `bytes` is the size of a snapshot. */
export async function bareIssues(connectionString, tenantId, count, bytes) {
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString, pipeline: true }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  try {
    await clients[0].query(tables);
    await clients[0].query('insert into bare.invoices select from generate_series(1, $1::int)', [count]);
    const { rows } = await clients[0].query('select id from bare.invoices');
    const snapshot = JSON.stringify({ text: 'x'.repeat(Math.max(0, bytes - 12)) });
    const hash = 'a'.repeat(64);
    const started = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let row = rows.pop(); row; row = rows.pop())
          await issueOne(client, row.id, { tenantId, snapshot, hash });
      }),
    );
    return performance.now() - started;
  } finally {
    await clients[0].query('drop schema bare cascade');
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function issueOne(client, id, { tenantId, snapshot, hash }) {
  const prepared = (text, values) => client.query({ name: `bare-${text.slice(0, 40)}`, text, values });
  const began = client.query('begin');
  const taken = await prepared(
    'update bare.counters set last_used = last_used + 1 where id = 1 returning last_used',
    [],
  );
  await began;
  const number = `N${taken.rows[0].last_used}`;
  const values = [
    [id, tenantId, number, snapshot, hash],
    [id, tenantId, number, hash],
    [id, tenantId],
    [id, tenantId],
  ];
  await Promise.all([
    ...statements.map((text, index) => prepared(text, values[index])),
    prepared(`update bare.invoices set number = $2, state = 'issued', document_id = $1 where id = $1`, [
      id,
      number,
    ]),
    client.query('commit'),
  ]);
}
