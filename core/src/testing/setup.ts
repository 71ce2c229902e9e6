import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { closeDb } from '../platform/db';
import { objects } from '../platform/objects';
import { closeRedis } from '../platform/queues';
import { databaseUrl, databaseUser, testSettings } from './databases';

// One database per test file: suites neither see nor wait for each other.
const settings = testSettings();
const run = process.env['TEST_RUN'] ?? '';
const database = `${run}_${process.pid}_${Date.now().toString(36)}`;

const admin = new pg.Client({ connectionString: settings.adminUrl });
await admin.connect();
await admin.query('select pg_advisory_lock(7262002)');
await admin.query(
  `create database ${database} template ${run}_template owner ${databaseUser(settings.ownerUrl)}`,
);
await admin.query('select pg_advisory_unlock(7262002)');

process.env['DATABASE_URL'] = databaseUrl(settings.appUrl, database);
process.env['DATABASE_OWNER_URL'] = databaseUrl(settings.ownerUrl, database);
process.env['REDIS_PREFIX'] = database;
process.env['STORAGE_DIR'] = mkdtempSync(join(tmpdir(), 'countinghouse-test-'));
process.env['LOG_LEVEL'] ??= 'error';
process.env['NEXTAUTH_SECRET'] ??= 'only-for-tests-only-for-tests-only-for-tests';
process.env['ENCRYPTION_KEYS'] ??= `test:${Buffer.alloc(32, 7).toString('base64')}`;

await objects().prepare();

afterAll(async () => {
  await closeDb();
  await closeRedis();
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.end();
});
