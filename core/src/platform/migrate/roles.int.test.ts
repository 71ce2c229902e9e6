import pg from 'pg';
import { expect, it } from 'vitest';
import { config } from '../config';
import { migrate } from './index';

const { DATABASE_URL, DATABASE_OWNER_URL = '' } = config();

async function answer<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(statement).finally(() => client.end());
  return rows;
}

it('lets sessions of the application think in UTC, also where the database is in another zone', async () => {
  const name = new URL(DATABASE_URL).pathname.slice(1);
  await answer(DATABASE_OWNER_URL, `alter database "${name}" set timezone to 'Asia/Tashkent'`);
  expect(await answer(DATABASE_OWNER_URL, 'show timezone')).toEqual([{ TimeZone: 'Asia/Tashkent' }]);
  const [app] = await answer(DATABASE_URL, `show timezone`);
  expect(app).toEqual({ TimeZone: 'UTC' });
  const [midnight] = await answer(
    DATABASE_URL,
    `select ('2026-11-21T20:00:00Z'::timestamptz)::date::text as day`,
  );
  expect(midnight).toEqual({ day: '2026-11-21' });
});

it('does nothing the second time', async () => {
  expect(await migrate(DATABASE_OWNER_URL, DATABASE_URL)).toEqual([]);
});
