import { expect, it } from 'vitest';
import { sampleSnapshot } from './layout';
import { withNumber } from './schemas';

it('says the number wherever a text names it, as it is written', () => {
  const sample = sampleSnapshot();
  const terms = 'Pay by 26 Nov, quoting {number}.';
  const said = withNumber(
    { ...sample, intro: '{number}: {number}', payment: { ...sample.payment, terms, reference: '{number}' } },
    'INV-$&-1',
  );
  expect(said.intro).toBe('INV-$&-1: INV-$&-1');
  expect(said.payment).toMatchObject({
    terms: 'Pay by 26 Nov, quoting INV-$&-1.',
    reference: 'INV-$&-1',
  });
  expect(said.outro).toBe(sample.outro);
});
