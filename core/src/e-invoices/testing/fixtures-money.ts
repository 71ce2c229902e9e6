import type { TradeSnapshot } from '../../documents/schemas';
import { french, german, tashkent } from './places';
import { tradeSnapshot } from './trade-snapshot';

const manyLines = Array.from({ length: 40 }, (_, index) => ({
  quantity: `${index + 1}.25`,
  unitPrice: `${(index * 7) % 13}.${(index * 37) % 1000}`,
  taxRate: index % 3 === 0 ? '7' : '19',
  discountPercent: index % 4 === 0 ? '12.5' : '0',
}));
/** Documents in other currencies, with tax inside the prices, and rounded otherwise. */
export const moneyFixtures: Readonly<Record<string, TradeSnapshot>> = {
  'foreign currency': tradeSnapshot({
    currency: 'USD',
    buyer: { address: { ...french, country: 'US', city: 'Boston' }, vatId: null },
    taxCurrency: {
      currency: 'EUR',
      rate: '0.9234',
      rateDate: '2026-11-28',
      rateSource: 'ECB',
      taxMinor: '3509',
    },
    lines: [{ quantity: '2' }],
    payment: {
      accounts: [
        {
          holder: 'Meridian Gifts GmbH',
          iban: null,
          bic: null,
          bankName: 'First Bank',
          accountNumber: '000123456789',
          bankCode: '021000021',
          currency: 'USD',
        },
      ],
    },
  }),
  'tax-inclusive': tradeSnapshot({
    pricesIncludeTax: true,
    lines: [
      { quantity: '3', unitPrice: '9.99' },
      { quantity: '7', unitPrice: '1.49', taxRate: '7', discountPercent: '15' },
      { quantity: '1', unitPrice: '19.90', discountMinor: 333n },
      { quantity: '0.333', unitPrice: '24.99' },
    ],
    adjustments: [
      { kind: 'discount', percent: '7' },
      { kind: 'charge', amountMinor: 495n, reason: 'Freight', taxCode: 'S', taxRate: '19' },
    ],
  }),
  'tax-inclusive, many lines': tradeSnapshot({ pricesIncludeTax: true, lines: manyLines }),
  'tax per line': tradeSnapshot({ taxRounding: 'line', lines: manyLines }),
  'cash rounding': tradeSnapshot({
    currency: 'CHF',
    seller: {
      address: { line1: null, line2: null, city: 'Zug', region: null, postalCode: '6300', country: 'CH' },
      vatId: 'CHE123456788MWST',
    },
    lines: [{ unitPrice: '12.34', taxRate: '8.1' }],
    cashRounding: 5n,
    payment: { accounts: [] },
  }),
  yen: tradeSnapshot({
    currency: 'JPY',
    seller: {
      address: { ...german, country: 'JP', city: 'Osaka' },
      vatId: null,
      taxNumber: 'T1234567890123',
    },
    lines: [
      { quantity: '3', unitPrice: '333', taxRate: '10' },
      { quantity: '1.5', unitPrice: '99.5', taxRate: '8', discountPercent: '12.5' },
    ],
    adjustments: [{ kind: 'charge', percent: '2.5', reason: 'Service' }],
  }),
  'yen with tax': tradeSnapshot({
    currency: 'JPY',
    pricesIncludeTax: true,
    seller: {
      address: { ...german, country: 'JP', city: 'Osaka' },
      vatId: null,
      taxNumber: 'T1234567890123',
    },
    lines: [
      { quantity: '7', unitPrice: '105', taxRate: '10' },
      { quantity: '3', unitPrice: '99', taxRate: '8' },
    ],
  }),
  som: tradeSnapshot({
    currency: 'UZS',
    language: 'uz',
    seller: { name: '“Meridian” MChJ', address: tashkent, vatId: null, taxNumber: '302936161' },
    buyer: { name: 'Ozod Savdo MChJ', address: tashkent, vatId: null },
    lines: [{ quantity: '120', unitPrice: '45500.5', taxRate: '12' }],
    adjustments: [{ kind: 'discount', amountMinor: 1_000_000n }],
  }),
};
