// The roles and the database of an instance. Safe to run again.
import { setTimeout as delay } from 'node:timers/promises';

const roles = (pg, secrets) => `
  create role countinghouse_owner login nosuperuser createdb createrole password ${pg.escapeLiteral(secrets.ownerPassword)};
  create role countinghouse_app login noinherit nosuperuser nobypassrls password ${pg.escapeLiteral(secrets.appPassword)};
  create role countinghouse_system nologin;
  create role countinghouse_search nologin;
  grant countinghouse_system to countinghouse_app;
  grant countinghouse_system, countinghouse_search to countinghouse_owner;`;

/** Creates what is missing of roles, database and extensions. */
export async function prepareDatabase(adminUrl, secrets) {
  const { default: pg } = await import('pg');
  const admin = await connect(pg, adminUrl);
  try {
    const { rows: present } = await admin.query(
      "select rolname from pg_roles where rolname like 'countinghouse%'",
    );
    const missing = roles(pg, secrets)
      .split(';')
      .filter((sql) => {
        const role = /create role (\w+)/.exec(sql)?.[1];
        return !role || !present.some(({ rolname }) => rolname === role);
      });
    await admin.query(missing.join(';'));
    const { rowCount } = await admin.query("select from pg_database where datname = 'countinghouse'");
    if (rowCount === 0) await admin.query('create database countinghouse owner countinghouse_owner');
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.pathname = '/countinghouse';
  await addExtensions(pg, url.href);
}

async function addExtensions(pg, url) {
  const client = await connect(pg, url);
  try {
    for (const name of ['pg_trgm', 'unaccent', 'btree_gin']) {
      await client.query(`create extension if not exists ${name}`);
    }
  } finally {
    await client.end();
  }
}

/** Connects, with patience while a server that was killed still recovers. */
async function connect(pg, connectionString) {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (error.code !== '57P03' || attempt > 600) throw error;
      await delay(100);
    }
  }
}
