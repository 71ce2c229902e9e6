import type { Redis } from 'ioredis';
import { config } from '@countinghouse/core/platform/config';
import { sql } from '@countinghouse/core/platform/db';
import { log } from '@countinghouse/core/platform/log';
import { outboxChannel } from '@countinghouse/core/platform/outbox';
import {
  blockingRedis,
  queue,
  redis,
  type JobDefinition,
  type JobEnvelope,
  type QueueName,
} from '@countinghouse/core/platform/queues';
import { withSystemTx } from '@countinghouse/core/platform/tx';

const BATCH = 500;
const IDLE_MS = 500;
const RECHECK_MS = 5_000;
const LOST_AFTER_SECONDS = 15;

interface Row {
  id: string;
  tenantId: string | null;
  job: string;
  payload: unknown;
}

const epochKey = () => `${config().REDIS_PREFIX}:epoch`;

/**
 * Hands outbox rows to the queues. A row stays until its job is done, so that whatever Redis loses is handed over
 * again: at once when Redis has been wiped, after some seconds when single jobs are missing. The job id is made
 * of the row's id, and a queue takes each id once.
 */
export class Relay {
  private readonly ears = blockingRedis('relay');
  private wake: () => void = () => undefined;
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private recheckAt = 0;

  constructor(private readonly jobs: ReadonlyMap<string, JobDefinition>) {}

  start(): void {
    this.ears.on('message', () => this.wake());
    this.listen(this.ears);
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.loop;
    this.ears.disconnect();
  }

  private listen(ears: Redis): void {
    ears
      .subscribe(outboxChannel())
      .catch((error: unknown) => log().warn({ err: error }, 'relay cannot listen'));
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let handed = 0;
      try {
        handed = await this.pass();
      } catch (error) {
        log().warn({ err: error, operation: 'relay' }, 'relay pass failed');
      }
      if (handed < BATCH) await this.rest();
    }
  }

  private async rest(): Promise<void> {
    if (this.stopped) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, IDLE_MS);
    });
    clearTimeout(timer);
  }

  private async pass(): Promise<number> {
    const known = await redis().set(epochKey(), '1', 'NX');
    if (known === 'OK') await this.takeBack();
    const rows = [...(await this.claim()), ...(await this.overdue())];
    await this.add(rows);
    return rows.length;
  }

  /** Redis is new or was wiped: everything handed over before has to be handed over again. */
  private async takeBack(): Promise<void> {
    await withSystemTx((tx) =>
      tx.execute(sql`update outbox set relayed_at = null where relayed_at is not null and failed_at is null`),
    );
  }

  /**
   * The oldest rows of every company and job, as many as it may have under way: what one company has waiting by the
   * thousand neither keeps the others waiting nor is read again and again.
   */
  private async claim(): Promise<Row[]> {
    const caps = [...this.jobs.values()].map(({ name, perTenant }) => ({ name, cap: perTenant }));
    return withSystemTx((tx) =>
      tx.query<Row>(sql`
        with recursive groups as (
          (select tenant_id, job from outbox
           where tenant_id is not null and relayed_at is null and failed_at is null
           order by tenant_id, job limit 1)
          union all
          select n.tenant_id, n.job from groups g cross join lateral (
            select o.tenant_id, o.job from outbox o
            where (o.tenant_id, o.job) > (g.tenant_id, g.job) and o.relayed_at is null and o.failed_at is null
            order by o.tenant_id, o.job limit 1) n
        ), caps as (
          select * from jsonb_to_recordset(${JSON.stringify(caps)}::jsonb) as c(name text, cap int)
        ), chosen as (
          (select w.id, w.available_at from groups g join caps c on c.name = g.job
           cross join lateral (
             select o.id, o.available_at from outbox o
             where o.tenant_id = g.tenant_id and o.job = g.job and o.relayed_at is null and o.failed_at is null
               and o.available_at <= now()
             order by o.available_at, o.id
             limit greatest(0, c.cap - (
               select count(*) from outbox f where f.tenant_id = g.tenant_id and f.job = g.job
                 and f.relayed_at is not null and f.failed_at is null))) w)
          union all
          (select o.id, o.available_at from outbox o join caps c on c.name = o.job
           where o.tenant_id is null and o.relayed_at is null and o.failed_at is null and o.available_at <= now()
           order by o.available_at, o.id limit ${BATCH})
          order by 2, 1 limit ${BATCH}
        ), locked as (
          select o.id from outbox o join chosen using (id) where o.relayed_at is null
          for update of o skip locked
        )
        update outbox o set relayed_at = now() from locked where o.id = locked.id
        returning o.id, o.tenant_id as "tenantId", o.job, o.payload`),
    );
  }

  /** Rows handed over some time ago and still not done: handing over again does nothing where the job is there. */
  private async overdue(): Promise<Row[]> {
    if (Date.now() < this.recheckAt) return [];
    this.recheckAt = Date.now() + RECHECK_MS;
    return withSystemTx((tx) =>
      tx.query<Row>(sql`
        with old as (
          select id from outbox
          where failed_at is null and relayed_at < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
          order by relayed_at limit ${BATCH} for update skip locked
        )
        update outbox o set relayed_at = now() from old where o.id = old.id
        returning o.id, o.tenant_id as "tenantId", o.job, o.payload`),
    );
  }

  private async add(rows: Row[]): Promise<void> {
    const byQueue = new Map<QueueName, ReturnType<typeof toJob>[]>();
    for (const row of rows) {
      const definition = this.jobs.get(row.job);
      if (!definition) {
        log().error({ operation: 'relay', job: row.job }, 'no definition for an outbox row');
        continue;
      }
      const jobs = byQueue.get(definition.queue) ?? [];
      jobs.push(toJob(row, definition));
      byQueue.set(definition.queue, jobs);
    }
    for (const [name, jobs] of byQueue) await queue(name).addBulk(jobs);
  }
}

const toJob = ({ id, tenantId, job, payload }: Row, { attempts, backoffMs }: JobDefinition) => ({
  name: job,
  data: { outboxId: id, tenantId, payload } satisfies JobEnvelope,
  opts: {
    jobId: `outbox-${id}`,
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.3 },
    removeOnComplete: true,
    removeOnFail: true,
  },
});
