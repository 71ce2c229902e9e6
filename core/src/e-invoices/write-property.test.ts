import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkEInvoice } from './check';
import { eInvoiceFormats } from './schemas';
import { readBack } from './testing/read-back';
import { rules } from './testing/rules';
import { tradeSnapshot, type FixtureLine, type FixtureWishes } from './testing/trade-snapshot';
import { eInvoiceXml } from './write';

const standard = fc.constantFrom('19', '7', '20', '5.5', '8.1', '25.5');
const line: fc.Arbitrary<FixtureLine> = fc.record(
  {
    quantity: fc.constantFrom('1', '-2', '3.5', '0.333', '120', '1000000', '0.000001'),
    unitPrice: fc.constantFrom('100', '0', '12.345', '-4.5', '0.000001', '9.99', '45500.5'),
    discountPercent: fc.constantFrom('0', '10', '12.5', '33.3333', '100'),
    taxRate: standard,
  },
  { requiredKeys: ['quantity', 'unitPrice', 'taxRate'] },
);

const untaxed = (taxCode: 'E' | 'Z' | 'AE' | 'G' | 'K' | 'O') => (each: FixtureLine) => ({
  ...each,
  taxCode,
  taxRate: '0',
});
const lists = fc.array(line, { minLength: 1, maxLength: 8 });
const lines = fc.oneof(
  lists,
  fc.tuple(lists, lists).map(([some, others]) => [...some, ...others.map(untaxed('E'))]),
  fc.tuple(lists, fc.constantFrom('Z', 'AE', 'G', 'K', 'O')).map(([all, code]) => all.map(untaxed(code))),
);

const adjustment = fc.record({
  kind: fc.constantFrom('discount', 'charge'),
  percent: fc.constantFrom('5', '3.3333', '100', '0.01'),
});

const wishes: fc.Arbitrary<FixtureWishes> = fc.record({
  lines,
  adjustments: fc.array(adjustment, { maxLength: 3 }),
  kind: fc.constantFrom('invoice', 'deposit', 'credit_note'),
  currency: fc.constantFrom('EUR', 'JPY', 'CHF', 'UZS'),
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('group', 'line'),
  cashRounding: fc.constantFrom(1n, 5n, 100n),
});

it('keeps the rules of EN 16931, whatever is sold and however it is added up', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...eInvoiceFormats), (wanted, format) => {
      const snapshot = tradeSnapshot(wanted);
      const problems = checkEInvoice(snapshot, format).map(({ code }) => code);
      // A currency without decimals, rounded line by line, may end a whole unit beside base × rate: that is told.
      const coarse = wanted.currency === 'JPY' && wanted.taxRounding === 'line';
      expect(problems.filter((code) => !coarse || code !== 'tax-amount')).toEqual([]);
      if (problems.length > 0) return;
      const invoice = readBack(eInvoiceXml(format, 'N-1', snapshot));
      const broken = Object.entries(rules).filter(([, holds]) => !holds(invoice));
      expect(broken.map(([name]) => name)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('turns any text into well-formed XML that says it', { timeout: 60_000 }, () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('<', '&', ']]>', '\u0000', '\ud800', '😀'), fc.string()),
  });
  fc.assert(
    fc.property(text, fc.constantFrom(...eInvoiceFormats), (title, format) => {
      const named = `x${title}x`;
      const xml = eInvoiceXml(format, 'N-1', tradeSnapshot({ lines: [{ title: named }] }));
      const [item] = readBack(xml).lines;
      const kept = named
        .replace(/\r\n?/g, '\n')
        .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
      expect(item?.name).toBe(kept);
    }),
    { numRuns: 60 },
  );
});
