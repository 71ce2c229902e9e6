import { Gauge, type Registry } from 'prom-client';
import { pool, sql } from '../db';
import { log } from '../log';
import { queue, queueNames } from '../queues';
import { withSystemTx } from '../tx';

const deadlineMs = 2_000;

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A part that cannot be read is left out of the scrape; the rest of the metrics stays visible. */
async function orNothing(part: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log().warn({ err: error, part }, 'metric could not be read');
  }
}

/** How many outbox rows wait to be relayed, and for how many seconds the oldest has been due. */
export async function outboxState(): Promise<{ waiting: number; lagSeconds: number }> {
  const [row] = await inTime(
    withSystemTx((tx) =>
      tx.query<{ waiting: number; lag: number }>(sql`
        select count(*)::int as waiting, coalesce(extract(epoch from now() - min(available_at)), 0)::float8 as lag
        from outbox where relayed_at is null and failed_at is null and available_at <= now()`),
    ),
  );
  return { waiting: row?.waiting ?? 0, lagSeconds: Math.max(0, row?.lag ?? 0) };
}

export const jobStates = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const;
export type QueueState = Record<(typeof jobStates)[number], number>;

/** How many jobs each queue holds in each state. */
export async function queueStates(): Promise<Record<string, QueueState>> {
  const counted = queueNames.map(async (name) => {
    const counts = await inTime(queue(name).getJobCounts(...jobStates));
    const states = Object.fromEntries(jobStates.map((state) => [state, counts[state] ?? 0]));
    return [name, states as QueueState] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** Connections of this process to Postgres. */
export function poolState(): { total: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = pool();
  return { total: totalCount, idle: idleCount, waiting: waitingCount };
}

function describeOutbox(registers: Registry[], prefix: string): void {
  const lag = new Gauge({
    name: `${prefix}outbox_lag_seconds`,
    help: 'For how long the oldest outbox row has been due.',
    registers,
  });
  new Gauge({
    name: `${prefix}outbox_waiting`,
    help: 'Outbox rows that are due and not relayed.',
    registers,
    async collect() {
      this.reset();
      lag.reset();
      await orNothing('outbox', async () => {
        const state = await outboxState();
        this.set(state.waiting);
        lag.set(state.lagSeconds);
      });
    },
  });
}

function describeQueues(registers: Registry[], prefix: string): void {
  new Gauge({
    name: `${prefix}queue_jobs`,
    help: 'Jobs in a queue, by state.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      await orNothing('queues', async () => {
        for (const [name, states] of Object.entries(await queueStates())) {
          for (const [state, count] of Object.entries(states)) this.set({ queue: name, state }, count);
        }
      });
    },
  });
}

/** Describes what is read at the moment of a scrape: outbox, queues, connections. */
export function describeState(registry: Registry, prefix: string): void {
  describeOutbox([registry], prefix);
  describeQueues([registry], prefix);
  new Gauge({
    name: `${prefix}database_connections`,
    help: 'Connections of this process to Postgres, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(poolState())) this.set({ state }, count);
    },
  });
}
