import pg from 'pg';
import { config } from '../config';
import { existing, singleton } from '../singleton';
import { log } from '../log';
import { instantParser } from './instants';

const BIGINT = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const parseInstant = instantParser(pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown);

// Amounts stay exact: bigint columns arrive as bigint, numerics and dates as text.
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === BIGINT) return BigInt;
    if (oid === NUMERIC || oid === DATE) return String;
    if (oid === TIMESTAMPTZ && format !== 'binary') return parseInstant;
    return pg.types.getTypeParser(oid, format) as unknown;
  },
};

function createPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config().DATABASE_URL,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    ...options,
  });
  pool.on('error', (error) => log().warn({ err: error }, 'idle database connection lost'));
  return pool;
}

/** Connections for transactions. Statements are pipelined: those sent together cost one round trip. */
export const pool = () =>
  singleton('pool', () => createPool({ max: config().DATABASE_POOL_MAX, pipeline: true }));

/** A few connections for COPY, which cannot be pipelined. Opened when first used. */
export const copyPool = () =>
  singleton('copy-pool', () => createPool({ max: 4, application_name: 'countinghouse-copy' }));

/** Closes every connection that this process has opened. */
export async function closeDb(): Promise<void> {
  await Promise.all(['pool', 'copy-pool'].map(async (name) => existing<pg.Pool>(name)?.end()));
}
