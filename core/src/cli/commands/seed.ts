import { InvalidArgumentError, type Command } from 'commander';
import { seedBenchmark, seedDemo, seedOrders } from '../../demo';
import { tenantBySlug } from '../tenant-by-slug';

interface SeedOptions {
  tenant?: string;
  orders?: number;
  benchmark?: boolean;
  scale?: number;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
}

export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('fill in sample data: `seed demo`, `seed --tenant T --orders N`, `seed --benchmark`')
    .argument('[what]', 'demo: the demo company, once')
    .option('--tenant <slug>', 'company that gets orders')
    .option('--orders <count>', 'how many orders', positive)
    .option('--benchmark', 'the data set of the benchmarks')
    .option('--scale <part>', 'part of the full benchmark data set', positive)
    .action(async (what: string | undefined, options: SeedOptions, command: Command) => {
      const say = (line: string) => process.stdout.write(`${line}\n`);
      if (what === 'demo') say((await seedDemo()) ? 'the demo company is made' : 'the demo company is there');
      else if (options.benchmark) await seedBenchmark(say, options.scale);
      else if (options.tenant && options.orders) {
        const ctx = await tenantBySlug(options.tenant);
        say(`${await seedOrders(ctx, Math.floor(options.orders))} orders added`);
      } else command.help({ error: true });
    });
}
