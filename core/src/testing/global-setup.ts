import pg from 'pg';
import { migrate } from '../platform/migrate';
import { databaseUrl, databaseUser, testSettings } from './databases';

/** Makes one migrated template database for the run; each test process clones it. Gone when the run ends. */
export default async function setUp(): Promise<() => Promise<void>> {
  const settings = testSettings();
  const run = `test_${process.pid}`;
  process.env['TEST_RUN'] = run;
  const admin = new pg.Client({ connectionString: settings.adminUrl });
  await admin.connect();
  const template = `${run}_template`;
  await admin.query(`create database ${template} owner ${databaseUser(settings.ownerUrl)}`);
  await migrate(databaseUrl(settings.ownerUrl, template), databaseUrl(settings.appUrl, template));
  return async () => {
    const { rows } = await admin.query<{ datname: string }>(
      'select datname from pg_database where datname like $1',
      [`${run}\\_%`],
    );
    for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
    await admin.end();
  };
}
