import { performance } from 'node:perf_hooks';
import { config } from '../config';
import { pool } from '../db';
import { log } from '../log';
import { outboxState, poolState } from '../metrics/state';
import { objects } from '../objects';
import { redis } from '../queues';
import { isStorageError } from '../storage';
import { isReady } from './readiness';

const deadlineMs = 3_000;

/** One part that the product needs. `run` throws when it does not work and may return figures. */
export interface HealthCheck {
  name: string;
  run: () => Promise<Record<string, string | number> | void>;
}

interface ComponentReport {
  status: 'ok' | 'failing';
  milliseconds: number;
  detail?: Record<string, string | number>;
}

export interface HealthReport {
  status: 'ok' | 'failing' | 'stopping';
  release: string;
  uptimeSeconds: number;
  components: Record<string, ComponentReport>;
}

/** Asks for an object that nobody writes: a store that can say so works. */
async function askStorage(): Promise<void> {
  try {
    await objects().head('health/none');
  } catch (error) {
    if (!isStorageError(error, 'not-found')) throw error;
  }
}

/** Postgres, Redis, the outbox and the store: what both web and worker cannot do without. */
export const standardChecks: readonly HealthCheck[] = [
  {
    name: 'postgres',
    run: async () => {
      await pool().query('select 1');
      return poolState();
    },
  },
  {
    name: 'redis',
    run: async () => {
      await redis().ping();
    },
  },
  { name: 'outbox', run: outboxState },
  { name: 'storage', run: askStorage },
];

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('gave no answer in time')), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function reportOf(check: HealthCheck): Promise<ComponentReport> {
  const start = performance.now();
  const milliseconds = () => Math.round(performance.now() - start);
  try {
    const detail = await inTime(check.run());
    return { status: 'ok', milliseconds: milliseconds(), ...(detail && { detail }) };
  } catch (error) {
    log().warn({ err: error, component: check.name }, 'health check failed');
    return { status: 'failing', milliseconds: milliseconds() };
  }
}

/** Runs the checks side by side, each for three seconds at most. Reasons of failures are in the log. */
export async function runChecks(checks: readonly HealthCheck[] = standardChecks): Promise<HealthReport> {
  const reports = await Promise.all(
    checks.map(async (check) => [check.name, await reportOf(check)] as const),
  );
  const failing = reports.some(([, report]) => report.status === 'failing');
  return {
    status: isReady() ? (failing ? 'failing' : 'ok') : 'stopping',
    release: config().DEPLOYMENT_ID,
    uptimeSeconds: Math.round(process.uptime()),
    components: Object.fromEntries(reports),
  };
}
