import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedupeKeys } from './dedupe';
import type { ParsedTransaction } from './parse/statement';

const one = (more: Partial<ParsedTransaction> = {}): ParsedTransaction => ({
  day: '2026-11-03',
  valueDay: null,
  amountMinor: 350n,
  currency: 'GBP',
  counterpartyName: 'Bank',
  counterpartyAccount: null,
  remittance: 'Fee',
  creditorReference: null,
  endToEndId: null,
  bankReference: null,
  reversal: false,
  ...more,
});

describe('dedupeKeys', () => {
  it('counts equal movements, so that none is lost and none comes twice', () => {
    const morning = dedupeKeys([one()]);
    const evening = dedupeKeys([one(), one()]);
    expect(new Set(evening).size).toBe(2);
    expect(evening[0]).toBe(morning[0]);
  });

  it("goes by the bank's id whatever the texts say", () => {
    const [a] = dedupeKeys([one({ bankReference: 'B1', remittance: 'Fee for October' })]);
    const [b] = dedupeKeys([one({ bankReference: 'B1', remittance: 'FEE FOR OCTOBER' })]);
    const [other] = dedupeKeys([one({ bankReference: 'B1', amountMinor: 351n })]);
    expect(a).toBe(b);
    expect(a).not.toBe(other);
  });

  it('gives a part of a file no key that the whole file lacks', () => {
    const movement = fc.record({ amount: fc.integer({ min: 1, max: 3 }), text: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 30 }), fc.nat(30), (list, cut) => {
        const all = list.map(({ amount, text }) => one({ amountMinor: BigInt(amount), remittance: text }));
        const whole = dedupeKeys(all);
        expect(new Set(whole).size).toBe(all.length);
        for (const key of dedupeKeys(all.slice(0, cut))) expect(whole).toContain(key);
      }),
    );
  });
});
