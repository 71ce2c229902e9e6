// Keeps a set of processes alive and stops them in order: the ones started last go first.
import { setTimeout as delay } from 'node:timers/promises';
import { remember } from './system/lock.mjs';
import { launch, stop, tail } from './system/process.mjs';
import { Failure, say } from './system/say.mjs';

const GIVE_UP_AFTER = 8;
const LONGEST_PAUSE_MS = 15_000;
const CALM_AFTER_MS = 60_000;
const READY_WITHIN_MS = 60_000;

/**
 * A service is { name, prepare?(), spec(): what `launch` takes, ready(): boolean, stop: { signals, patience } }.
 * One that dies is started again after a growing delay; after eight deaths in a row `onFailure` is told.
 */
export class Supervisor {
  #running = [];
  #stopping = false;

  constructor({ dataDir, onFailure = () => {} }) {
    this.dataDir = dataDir;
    this.onFailure = onFailure;
  }

  get isRunning() {
    return this.#running.length > 0;
  }

  /** Starts a service and waits until it is ready. */
  async start(service) {
    await service.prepare?.();
    const entry = { service, deaths: 0 };
    await this.#launch(entry);
    this.#running.push(entry);
    await this.#untilReady(entry);
    entry.guard = this.#guard(entry);
  }

  async #launch(entry) {
    const { service } = entry;
    const spec = await service.spec();
    if (this.#stopping) throw new Failure('Stopping');
    entry.startedAt = Date.now();
    entry.handle = launch({ name: service.name, ...spec });
    entry.forget = entry.handle.pid ? remember(this.dataDir, service.name, entry.handle.pid) : () => {};
  }

  async #untilReady({ service, handle }) {
    for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await delay(50)) {
      if (handle.done) throw new Failure(describeDeath(service, handle, await handle.exited));
      if (await service.ready()) return;
    }
    throw new Failure(
      `${service.name} did not get ready within ${READY_WITHIN_MS / 1000} s\n${tail(handle.log, 30)}`,
    );
  }

  /** Waits for a service to die and starts it again, for ever. */
  async #guard(entry) {
    for (;;) {
      const end = await entry.handle.exited;
      entry.forget();
      if (this.#stopping) return;
      entry.deaths = Date.now() - entry.startedAt > CALM_AFTER_MS ? 1 : entry.deaths + 1;
      const death = describeDeath(entry.service, entry.handle, end);
      if (entry.deaths >= GIVE_UP_AFTER) return this.onFailure(death);
      const pause = Math.min(500 * 2 ** (entry.deaths - 1), LONGEST_PAUSE_MS);
      say(`${death.split('\n')[0]}; starting it again in ${pause / 1000} s`);
      await delay(pause);
      if (this.#stopping) return;
      try {
        await this.#launch(entry);
      } catch (error) {
        return this.onFailure(error.message);
      }
    }
  }

  /** Stops everything: web and worker together, then the stores together; each is forced when it takes too long. */
  async stop() {
    this.#stopping = true;
    const stores = this.#running.filter(({ service }) => service.store);
    const faces = this.#running.filter(({ service }) => !service.store);
    for (const group of [faces, stores]) {
      await Promise.all(
        group.map(async (entry) => {
          await stop(entry.handle, entry.service.stop);
          entry.forget();
        }),
      );
    }
  }
}

function describeDeath(service, handle, { code, signal, error }) {
  const how = error ? error.message : signal ? `was killed by ${signal}` : `ended with exit code ${code}`;
  return `${service.name} ${how}\n${tail(handle.log, 30)}\n  (all of it: ${handle.log})`;
}
