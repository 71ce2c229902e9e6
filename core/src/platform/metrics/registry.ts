import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { config } from '../config';
import { singleton } from '../singleton';
import { describeState } from './state';

const prefix = 'countinghouse_';

/** Every metric of this process; its names begin with `countinghouse_`. */
export const metrics = (): Registry =>
  singleton('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix });
    new Gauge({
      name: `${prefix}build_info`,
      help: 'What is running; the value is always 1.',
      labelNames: ['release', 'node'],
      registers: [registry],
    }).set({ release: config().DEPLOYMENT_ID, node: process.version }, 1);
    describeState(registry, prefix);
    return registry;
  });

interface Described<Label extends string> {
  name: string;
  help: string;
  /** Closed sets only: route templates, job names. Never ids of companies, users or records. */
  labels?: readonly Label[];
}

const named = <Label extends string>({ name, help, labels = [] }: Described<Label>) => ({
  name: `${prefix}${name}`,
  help,
  labelNames: labels,
  registers: [metrics()],
});

/** A counter of this process, made once; its name ends in `_total`. */
export const counter = <Label extends string>(described: Described<Label>): Counter<Label> =>
  singleton(`metric:${described.name}`, () => new Counter(named(described)));

/** A gauge of this process, made once. */
export const gauge = <Label extends string>(described: Described<Label>): Gauge<Label> =>
  singleton(`metric:${described.name}`, () => new Gauge(named(described)));

/** A histogram of this process, made once; buckets in the unit of the name, mostly seconds. */
export const histogram = <Label extends string>(
  described: Described<Label> & { buckets: number[] },
): Histogram<Label> =>
  singleton(
    `metric:${described.name}`,
    () => new Histogram({ ...named(described), buckets: described.buckets }),
  );

/** Everything in the text format of Prometheus, with its content type. */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  return { contentType: metrics().contentType, text: await metrics().metrics() };
}
