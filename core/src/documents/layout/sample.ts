import type { SnapshotBrand, SnapshotItem, SnapshotParty, TradeSnapshot } from '../schemas';

const party = (name: string, more: Partial<SnapshotParty> = {}): SnapshotParty => ({
  name,
  address: null,
  vatId: null,
  taxNumber: null,
  registrationNumber: null,
  customerNumber: null,
  contactName: null,
  email: null,
  phone: null,
  website: null,
  ...more,
});

const seller = party('Meridian Gifts Ltd', {
  address: {
    line1: '14 Quay Street',
    line2: null,
    city: 'Bristol',
    region: null,
    postalCode: 'BS1 4QA',
    country: 'GB',
  },
  vatId: 'GB123456789',
  registrationNumber: '01234567',
  email: 'accounts@meridian.example',
  phone: '+44 117 496 0000',
  website: 'meridian.example',
});

const buyer = party('Hawthorn & Sons Ltd', {
  address: {
    line1: '2 Mill Lane',
    line2: null,
    city: 'Bath',
    region: null,
    postalCode: 'BA1 1AA',
    country: 'GB',
  },
  customerNumber: 'C-1042',
});

/** Lines of a sample: title, quantity, unit price, tax rate; amounts in minor units of a currency with two. */
const lines: readonly [
  title: string,
  sku: string,
  quantity: string,
  price: string,
  rate: '20' | '0',
  minor: bigint,
][] = [
  ['Heart T-light holder, white', '85123A', '48', '2.55', '20', 12_240n],
  ['Lantern, white metal', '71053', '24', '3.39', '20', 8_136n],
  ['Cream cupid hearts coat hanger', '84406B', '32', '2.75', '20', 8_800n],
  ['Children’s reader “First Steps”', '21033', '40', '4.1', '0', 16_400n],
  ['Carriage', 'C2', '1', '18', '20', 1_800n],
];

const item = (
  [title, sku, quantity, unitPrice, taxRate, minor]: (typeof lines)[number],
  index: number,
): SnapshotItem => ({
  position: index + 1,
  kind: 'item',
  sku,
  title,
  orderNumber: 'SO-26-01877',
  quantity,
  unit: 'C62',
  unitPrice,
  discountPercent: '0',
  discountMinor: '0',
  discountNetMinor: '0',
  taxCode: taxRate === '0' ? 'Z' : 'S',
  taxRate,
  amountMinor: minor.toString(),
  netMinor: minor.toString(),
});

const brand: SnapshotBrand = { color: '#1f6b4a', paper: 'a4', logo: null };

/** An invoice as a company could issue it: what previews of settings show. The parts given replace its own. */
export function sampleSnapshot(own: Partial<TradeSnapshot> = {}): TradeSnapshot {
  return {
    schema: 1,
    kind: 'invoice',
    language: 'en',
    issueDate: '2026-11-12',
    dueDate: '2026-11-26',
    validUntil: null,
    deliveryFrom: '2026-11-10',
    deliveryTo: null,
    seller,
    buyer,
    deliverTo: null,
    buyerReference: null,
    orderReference: null,
    orderNumbers: ['SO-26-01877'],
    preceding: [],
    currency: 'GBP',
    pricesIncludeTax: false,
    taxRounding: 'group',
    items: lines.map(item),
    adjustments: [],
    taxGroups: [
      { taxCode: 'S', taxRate: '20', baseMinor: '30976', taxMinor: '6195', exemptionReason: null },
      { taxCode: 'Z', taxRate: '0', baseMinor: '16400', taxMinor: '0', exemptionReason: null },
    ],
    deductions: [],
    totals: {
      itemsMinor: '47376',
      itemsNetMinor: '47376',
      discountsNetMinor: '0',
      chargesNetMinor: '0',
      netMinor: '47376',
      taxMinor: '6195',
      totalMinor: '53571',
      roundingMinor: '0',
      payableMinor: '53571',
    },
    taxCurrency: null,
    payment: {
      terms: 'Payable within 14 days, by 26 Nov 2026.',
      reference: '{number}',
      accounts: [
        {
          holder: 'Meridian Gifts Ltd',
          iban: 'GB29NWBK60161331926819',
          bic: 'NWBKGB2L',
          bankName: 'NatWest',
          accountNumber: null,
          bankCode: null,
          currency: 'GBP',
        },
      ],
    },
    intro: 'Thank you for your order.',
    outro: '',
    footer: '',
    brand,
    ...own,
  };
}
