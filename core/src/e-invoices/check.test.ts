import { describe, expect, it } from 'vitest';
import type { SnapshotAddress } from '../documents/schemas';
import { checkEInvoice } from './check';
import { eInvoiceProblemCodes, type EInvoiceProblemCode } from './schemas';
import { fixtures } from './testing/fixtures';
import { tradeSnapshot, type FixtureWishes } from './testing/trade-snapshot';

const nowhere: SnapshotAddress = {
  line1: null,
  line2: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
};
const account = {
  holder: 'Meridian',
  iban: null,
  bic: null,
  bankName: null,
  accountNumber: null,
  bankCode: null,
  currency: 'EUR',
};
const taxed = { rate: '1', rateDate: '2026-11-28', rateSource: 'ECB', taxMinor: '0' };
const french = { buyer: { vatId: 'FR40303265045' } };

type Case = [wishes: FixtureWishes, code: EInvoiceProblemCode, path: string];

const cases: Case[] = [
  [{ seller: { name: ' ' } }, 'seller-name', 'seller.name'],
  [{ seller: { address: null } }, 'seller-country', 'seller.address.country'],
  [{ seller: { address: { ...nowhere, country: 'UK' } } }, 'seller-country', 'seller.address.country'],
  [{ seller: { vatId: null, taxNumber: null } }, 'seller-tax-id', 'seller.vatId'],
  [{ seller: { vatId: null }, lines: [{ taxCode: 'G' }] }, 'seller-vat-id', 'seller.vatId'],
  [{ ...french, seller: { vatId: null }, lines: [{ taxCode: 'K' }] }, 'seller-vat-id', 'seller.vatId'],
  [
    { seller: { vatId: null, taxNumber: null, registrationNumber: null }, lines: [{ taxCode: 'O' }] },
    'seller-identity',
    'seller.vatId',
  ],
  [{ seller: { vatId: '123456789' } }, 'seller-vat-prefix', 'seller.vatId'],
  [{ buyer: { name: '\u0007' } }, 'buyer-name', 'buyer.name'],
  [{ buyer: { address: nowhere } }, 'buyer-country', 'buyer.address.country'],
  [{ buyer: { vatId: null }, lines: [{ taxCode: 'AE' }] }, 'buyer-tax-id', 'buyer.vatId'],
  [{ buyer: { vatId: null }, lines: [{ taxCode: 'K' }] }, 'buyer-vat-id', 'buyer.vatId'],
  [{ buyer: { vatId: '40303265045' } }, 'buyer-vat-prefix', 'buyer.vatId'],
  [{ ...french, lines: [{ taxCode: 'K' }], deliveryFrom: null }, 'delivery-date', 'deliveryFrom'],
  [{ deliveryFrom: '2026-11-02', deliveryTo: '2026-11-01' }, 'delivery-period', 'deliveryTo'],
  [{ deliverTo: nowhere }, 'deliver-to-country', 'deliverTo.country'],
  [{ dueDate: null, payment: { terms: '' } }, 'due-date', 'dueDate'],
  [{ currency: 'BGN' }, 'currency', 'currency'],
  [{ currency: 'KWD' }, 'currency-decimals', 'currency'],
  [{ taxCurrency: { ...taxed, currency: 'HRK' } }, 'tax-currency', 'taxCurrency.currency'],
  [{ taxCurrency: { ...taxed, currency: 'BHD' } }, 'tax-currency-decimals', 'taxCurrency.currency'],
  [{ payment: { accounts: [account] } }, 'account', 'payment.accounts.0.iban'],
  [
    { payment: { accounts: [{ ...account, iban: 'DE89370400440532013001' }] } },
    'iban',
    'payment.accounts.0.iban',
  ],
  [{ lines: [] }, 'lines', 'items'],
  [{ lines: [{}, { title: '\u0000' }] }, 'line-title', 'items.1.title'],
  [{ lines: [{ unit: 'pcs' }] }, 'line-unit', 'items.0.unit'],
  [{ lines: [{ taxRate: '0' }] }, 'standard-rate', 'taxGroups.0.taxRate'],
  [{ lines: [{ taxCode: 'O' }, {}] }, 'outside-scope-mixed', 'taxGroups'],
];

describe('problems', () => {
  it.each(cases)('%j: %s', (wishes, code, path) => {
    expect(checkEInvoice(tradeSnapshot(wishes))).toContainEqual({
      code,
      path,
      message: expect.any(String) as string,
    });
  });

  const snapshot = tradeSnapshot({ lines: [{ taxCode: 'E' }, {}] });
  const found = (changed: object) =>
    checkEInvoice({ ...snapshot, ...changed }).map(({ code, path }) => [code, path]);

  it('tells amounts that do not add up', () => {
    const [first, ...others] = snapshot.items;
    expect(found({ items: [{ ...first, netMinor: '10001' }, ...others] })).toEqual([
      ['sums', 'totals.itemsNetMinor'],
      ['sums', 'totals.netMinor'],
      ['sums', 'taxGroups.1.baseMinor'],
    ]);
    expect(found({ totals: { ...snapshot.totals, payableMinor: '1' } })).toEqual([
      ['sums', 'totals.payableMinor'],
    ]);
    expect(found({ items: [{ ...first, taxRate: '1' }, ...others] })).toContainEqual(['sums', 'taxGroups']);
  });

  it('tells tax that is not base × rate, with the tolerance of the official rules', () => {
    const [standard, exempt] = snapshot.taxGroups;
    const withTax = (taxMinor: string) => {
      const totals = { ...snapshot.totals, taxMinor, totalMinor: '0', payableMinor: '0' };
      return found({ taxGroups: [{ ...standard, taxMinor }, exempt], totals }).map(([code]) => code);
    };
    expect(withTax('1999')).not.toContain('tax-amount');
    expect(withTax('2000')).toContain('tax-amount');
    expect(found({ taxGroups: [standard, { ...exempt, taxMinor: '1' }] })).toContainEqual([
      'tax-amount',
      'taxGroups.1.taxMinor',
    ]);
  });

  it('tells a missing reason', () => {
    const [standard, exempt] = snapshot.taxGroups;
    expect(found({ taxGroups: [standard, { ...exempt, exemptionReason: null }] })).toEqual([
      ['exemption-reason', 'taxGroups.1.exemptionReason'],
    ]);
  });

  it('tells a quantity of nothing that costs something', () => {
    const [first, ...others] = snapshot.items;
    expect(found({ items: [{ ...first, quantity: '0' }, ...others] })).toEqual([
      ['line-quantity', 'items.0.quantity'],
    ]);
  });

  it('names the line, counting from one', () => {
    const [line] = checkEInvoice(tradeSnapshot({ lines: [{}, { title: '' }] }));
    expect(line?.message).toBe('Line 2: The line has no text.');
  });
});

describe('XRechnung', () => {
  const bare: FixtureWishes = {
    buyerReference: null,
    deliverTo: { ...nowhere, country: 'DE' },
    seller: { contactName: null, phone: '12', email: 'nobody', address: { ...nowhere, country: 'DE' } },
    buyer: { vatId: null, email: null, address: { ...nowhere, country: 'DE' } },
  };

  it('asks for more', () => {
    const codes = checkEInvoice(tradeSnapshot(bare), 'xrechnung').map(({ code }) => code);
    expect(codes).toEqual([
      'buyer-reference',
      'seller-contact-name',
      'seller-phone',
      'seller-email',
      'seller-town',
      'buyer-town',
      'deliver-to-town',
      'buyer-email',
    ]);
  });

  it('alone', () => {
    expect(checkEInvoice(tradeSnapshot(bare))).toEqual([]);
  });
});

it('finds nothing in what is right', () => {
  for (const [name, snapshot] of Object.entries(fixtures))
    expect([name, checkEInvoice(snapshot)]).toEqual([name, []]);
});

it('has a case for every code', () => {
  const own = ['line-quantity', 'exemption-reason', 'sums', 'tax-amount'];
  const tried = new Set([...cases.map(([, code]) => code), ...own]);
  const forXRechnung = eInvoiceProblemCodes.slice(eInvoiceProblemCodes.indexOf('buyer-reference'));
  expect(eInvoiceProblemCodes.filter((code) => !tried.has(code))).toEqual(forXRechnung);
});
