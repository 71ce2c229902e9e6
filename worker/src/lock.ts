import pg from 'pg';
import { config } from '@countinghouse/core/platform/config';

/**
 * Makes sure that one outbox row is worked on once at a time, even when Redis forgot that it is being worked on.
 * The locks live in one Postgres session and vanish with the process.
 */
export class RunLocks {
  private readonly running = new Set<string>();
  private readonly client = new pg.Client({
    connectionString: config().DATABASE_URL,
    application_name: 'countinghouse-worker-locks',
    pipeline: true,
  });

  /** @param lost called when the session ends: whoever runs then can no longer be sure to run alone */
  async open(lost: (error: Error) => void): Promise<void> {
    this.client.on('error', lost);
    await this.client.connect();
  }

  async take(outboxId: string): Promise<boolean> {
    if (this.running.has(outboxId)) return false;
    this.running.add(outboxId);
    const { rows } = await this.client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as taken',
      [outboxId],
    );
    if (!rows[0]?.taken) this.running.delete(outboxId);
    return rows[0]?.taken ?? false;
  }

  async give(outboxId: string): Promise<void> {
    await this.client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [outboxId]);
    this.running.delete(outboxId);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
