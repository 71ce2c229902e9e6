import type { TradeSnapshot } from '../../documents/schemas';
import { moneyFixtures } from './fixtures-money';
import { french, german, tashkent } from './places';
import { tradeSnapshot } from './trade-snapshot';

const hostile =
  '<script>alert(1)</script> & "quotes" \u0000\u0007\u001b ]]> \ufffe \ud800 😀 العربية ' +
  'x'.repeat(10_000);

/** Documents of every kind that the product issues; each must be a valid e-invoice in every format. */
export const fixtures: Readonly<Record<string, TradeSnapshot>> = {
  ...moneyFixtures,
  simple: tradeSnapshot(),
  'several rates': tradeSnapshot({
    lines: [
      { quantity: '3', unitPrice: '12.345', unit: 'KGM' },
      { quantity: '1.5', unitPrice: '9.99', taxRate: '7', unit: 'HUR' },
      { quantity: '10', unitPrice: '0.333', taxRate: '5.5' },
      { quantity: '2', unitPrice: '4', taxCode: 'Z' },
    ],
  }),
  'reverse charge': tradeSnapshot({
    buyer: { address: french, vatId: 'FR40303265045' },
    lines: [{ taxCode: 'AE' }, { taxCode: 'AE', quantity: '2', unitPrice: '49.5' }],
  }),
  'reverse charge by registration': tradeSnapshot({
    buyer: { vatId: null, registrationNumber: 'HRB 99' },
    lines: [{ taxCode: 'AE' }],
  }),
  'intra-community': tradeSnapshot({
    buyer: { address: french, vatId: 'FR40303265045' },
    lines: [{ taxCode: 'K', quantity: '4', unitPrice: '25.10' }],
    adjustments: [{ kind: 'charge', amountMinor: 1500n, reason: 'Freight' }],
  }),
  'intra-community elsewhere': tradeSnapshot({
    buyer: { address: french, vatId: 'FR40303265045' },
    deliverTo: { ...french, line1: '9 quai Sud', city: 'Lyon', postalCode: '69001' },
    deliveryFrom: '2026-11-01',
    deliveryTo: '2026-11-30',
    lines: [{ taxCode: 'K' }],
  }),
  export: tradeSnapshot({
    buyer: { address: tashkent, vatId: null, email: 'office@buyer.example' },
    lines: [{ taxCode: 'G', quantity: '12', unitPrice: '8.75' }],
    adjustments: [{ kind: 'discount', percent: '3', reason: 'Volume' }],
  }),
  exempt: tradeSnapshot({
    lines: [
      { taxCode: 'E', unit: 'HUR' },
      { taxRate: '19', quantity: '2' },
    ],
  }),
  'outside scope': tradeSnapshot({
    lines: [{ taxCode: 'O' }, { taxCode: 'O', quantity: '2', unitPrice: '0.99' }],
    adjustments: [{ kind: 'discount', amountMinor: 199n }],
  }),
  'outside scope without register': tradeSnapshot({
    seller: { vatId: null, registrationNumber: null, address: tashkent, taxNumber: '302936161' },
    lines: [{ taxCode: 'O' }],
  }),
  zero: tradeSnapshot({
    seller: {
      name: 'Meridian Gifts Ltd',
      address: {
        line1: '1 High St',
        line2: null,
        city: 'Leeds',
        region: null,
        postalCode: 'LS1 1AA',
        country: 'GB',
      },
      vatId: 'GB980780684',
      taxNumber: null,
    },
    lines: [{ taxCode: 'Z' }, { taxRate: '20', unitPrice: '15' }],
  }),
  'line discounts': tradeSnapshot({
    lines: [
      { discountPercent: '10', quantity: '3', unitPrice: '33.33' },
      { discountMinor: 555n, unitPrice: '20', taxRate: '7' },
      { discountPercent: '100', unitPrice: '5' },
    ],
  }),
  'document discounts and charges': tradeSnapshot({
    lines: [{ unitPrice: '100' }, { unitPrice: '50', taxRate: '7' }, { unitPrice: '10', taxCode: 'E' }],
    adjustments: [
      { kind: 'discount', percent: '5', reason: 'Loyalty' },
      { kind: 'discount', amountMinor: 333n },
      { kind: 'charge', amountMinor: 990n, reason: 'Freight', taxCode: 'S', taxRate: '19' },
      { kind: 'charge', percent: '1.5', reason: 'Insurance', taxCode: 'S', taxRate: '7' },
    ],
  }),
  deposit: tradeSnapshot({
    kind: 'deposit',
    orderNumbers: ['O-77'],
    lines: [
      { title: '30 % of order O-77', unitPrice: '300' },
      { unitPrice: '30', taxRate: '7' },
    ],
  }),
  'final with deductions': tradeSnapshot({
    orderNumbers: ['O-77'],
    orderReference: 'PO-9',
    preceding: [
      { number: 'INV-2026-00001', issueDate: '2026-10-01' },
      { number: 'INV-2026-00002', issueDate: '2026-10-15' },
    ],
    deductions: [
      {
        number: 'INV-2026-00001',
        issueDate: '2026-10-01',
        netMinor: '30000',
        taxMinor: '5700',
        totalMinor: '35700',
      },
      {
        number: 'INV-2026-00002',
        issueDate: '2026-10-15',
        netMinor: '10000',
        taxMinor: '700',
        totalMinor: '10700',
      },
    ],
    lines: [
      { quantity: '10' },
      { quantity: '2', taxRate: '7' },
      { kind: 'deduction', title: 'Deposit INV-2026-00001', unitPrice: '-300', sku: null },
      { kind: 'deduction', title: 'Deposit INV-2026-00002', unitPrice: '-100', taxRate: '7', sku: null },
    ],
  }),
  'credit note of all': tradeSnapshot({
    kind: 'credit_note',
    dueDate: null,
    preceding: [{ number: 'INV-2026-00003', issueDate: '2026-11-02' }],
    lines: [
      { quantity: '3', unitPrice: '12.345' },
      { taxRate: '7', discountPercent: '10' },
    ],
    adjustments: [{ kind: 'discount', percent: '5' }],
    payment: { accounts: [], reference: '' },
  }),
  'credit note of a part': tradeSnapshot({
    kind: 'credit_note',
    preceding: [{ number: 'INV-2026-00003', issueDate: '2026-11-02' }],
    lines: [{ quantity: '0.5', unitPrice: '12.345' }],
  }),
  'negative line': tradeSnapshot({
    lines: [
      { quantity: '5' },
      { quantity: '-2', unitPrice: '30' },
      { quantity: '1', unitPrice: '-12.5', taxRate: '7' },
    ],
  }),
  'period of delivery': tradeSnapshot({ deliveryFrom: '2026-10-01', deliveryTo: '2026-10-31' }),
  'long and hostile texts': tradeSnapshot({
    intro: hostile,
    outro: hostile,
    footer: hostile,
    buyer: { name: hostile, contactName: hostile },
    payment: { terms: `#not Skonto\n${hostile}` },
    lines: [{ title: hostile, sku: hostile }],
  }),
  'walk-in buyer': tradeSnapshot({
    buyer: {
      name: 'Walk-in customer',
      address: { ...german, line1: null, city: null, postalCode: null },
      vatId: null,
      customerNumber: null,
      contactName: null,
      email: null,
      phone: null,
    },
    buyerReference: null,
    deliveryFrom: null,
    dueDate: null,
    payment: { terms: 'Paid in cash.', reference: '', accounts: [] },
  }),
  'skonto and several accounts': tradeSnapshot({
    payment: {
      terms: '2 % within 7 days, else 14 days net.\n#SKONTO#TAGE=7#PROZENT=2.00#\n# no command',
      accounts: [
        ...tradeSnapshot().payment.accounts,
        {
          holder: 'Meridian Gifts GmbH',
          iban: 'AT611904300234573201',
          bic: null,
          bankName: null,
          accountNumber: null,
          bankCode: null,
          currency: 'EUR',
        },
      ],
    },
  }),
  free: tradeSnapshot({ lines: [{ unitPrice: '0' }] }),
};
