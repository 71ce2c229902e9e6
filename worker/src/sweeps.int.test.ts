import { expect, it } from 'vitest';
import { sweeps } from './sweeps';

it.each(sweeps.map((sweep) => [sweep.name, sweep] as const))(
  'the sweep of %s has the rights that it needs, and finds nothing in a new product',
  async (_name, sweep) => {
    expect(await sweep.run()).toBe(0);
  },
);

it('has a name of its own for each', () => {
  expect(new Set(sweeps.map(({ name }) => name)).size).toBe(sweeps.length);
});
