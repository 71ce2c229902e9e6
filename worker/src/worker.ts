import { Worker } from 'bullmq';
import { log } from '@countinghouse/core/platform/log';
import { blockingRedis, queueNames, queuePrefix, type QueueName } from '@countinghouse/core/platform/queues';
import type { JobHandler } from './handler';
import { RunLocks } from './lock';
import { Relay } from './relay';
import { createProcessor } from './runtime';
import { Schedules, type Sweep } from './schedules';

const concurrency: Record<QueueName, number> = { default: 10, mail: 5, exports: 2, imports: 2, documents: 2 };
/** After a crash, others may take a job over once its lock has run out. */
const LOCK_MS = 10_000;
/** How long running jobs may go on after the stop; then they are aborted and return to the queue. */
const GRACE_MS = 15_000;

/** The running background: relay, queues and sweeps. */
export class Background {
  private readonly stopping = new AbortController();
  private readonly locks = new RunLocks();
  private readonly relay: Relay;
  private readonly schedules: Schedules;
  private readonly workers: Worker[] = [];
  private readonly connections = new Set<ReturnType<typeof blockingRedis>>();

  constructor(
    private readonly handlers: ReadonlyMap<string, JobHandler>,
    sweeps: readonly Sweep[],
  ) {
    this.relay = new Relay(new Map([...handlers].map(([name, handler]) => [name, handler.job])));
    this.schedules = new Schedules(sweeps);
  }

  /** @param lost called when the worker can no longer run safely and should end */
  async start(lost: (error: Error) => void): Promise<void> {
    await this.locks.open(lost);
    const process = createProcessor({
      handlers: this.handlers,
      locks: this.locks,
      stopping: this.stopping.signal,
    });
    for (const name of queueNames) {
      const connection = blockingRedis(`worker-${name}`);
      this.connections.add(connection);
      const worker = new Worker(name, process, {
        connection,
        prefix: queuePrefix(),
        concurrency: concurrency[name],
        lockDuration: LOCK_MS,
        stalledInterval: LOCK_MS / 2,
        maxStalledCount: 1_000,
      });
      worker.on('error', (error) => log().warn({ err: error, queue: name }, 'queue worker'));
      this.workers.push(worker);
    }
    this.relay.start();
    this.schedules.start();
  }

  /** Takes no new work, lets running jobs finish for a while, then aborts them; they return to the queue. */
  async stop(): Promise<void> {
    const abort = setTimeout(() => this.stopping.abort(new Error('the worker stops')), GRACE_MS);
    await Promise.all([
      this.relay.stop(),
      this.schedules.stop(),
      ...this.workers.map((each) => each.close()),
    ]);
    clearTimeout(abort);
    for (const connection of this.connections) connection.disconnect();
    await this.locks.close();
  }
}
