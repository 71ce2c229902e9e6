import { log } from '@countinghouse/core/platform/log';

/** Something that is looked after again and again: harmless to repeat, safe in several workers at a time. */
export interface Sweep {
  name: string;
  everyMs: number;
  run(): Promise<number>;
}

/** Runs the sweeps until stopped; one that fails is tried again at its next turn. */
export class Schedules {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly sweeps: readonly Sweep[]) {}

  start(): void {
    for (const sweep of this.sweeps) {
      this.turn(sweep);
      this.timers.push(setInterval(() => this.turn(sweep), sweep.everyMs));
    }
  }

  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.all(this.running);
  }

  private turn(sweep: Sweep): void {
    const run = sweep
      .run()
      .then((count) => {
        if (count > 0) log().info({ operation: `sweep.${sweep.name}`, count, success: true }, 'swept');
      })
      .catch((error: unknown) => log().warn({ err: error, operation: `sweep.${sweep.name}` }, 'sweep failed'))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }
}
