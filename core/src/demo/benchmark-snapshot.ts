import canonicalize from 'canonicalize';
import type { SnapshotItem, TradeSnapshot } from '../documents/schemas';

const token = (column: string) => `@${column}@`;

const nobody = {
  taxNumber: null,
  registrationNumber: null,
  customerNumber: null,
  contactName: null,
  email: null,
  phone: null,
  website: null,
};
const address = {
  line1: '1 Market Street',
  line2: null,
  city: 'Leeds',
  region: null,
  postalCode: 'LS1 1AA',
  country: 'GB',
};

const item = (position: number): SnapshotItem => ({
  position,
  kind: 'item',
  sku: token(`sku${position}`),
  title: token(`title${position}`),
  orderNumber: null,
  quantity: token(`quantity${position}`),
  unit: 'C62',
  unitPrice: token(`price${position}`),
  discountPercent: '0',
  discountMinor: '0',
  discountNetMinor: '0',
  taxCode: token('code') as SnapshotItem['taxCode'],
  taxRate: token('rate'),
  amountMinor: token(`amount${position}`),
  netMinor: token(`amount${position}`),
});

/** What each document of the benchmark says; names of columns between @ signs stand for its own values. */
const snapshot: Omit<TradeSnapshot, 'kind' | 'dueDate'> & { kind: string; dueDate: string } = {
  schema: 1,
  kind: token('kind'),
  language: 'en',
  issueDate: token('day'),
  dueDate: token('due'),
  validUntil: null,
  deliveryFrom: token('day'),
  deliveryTo: token('day'),
  seller: { name: 'Benchmark Ltd', address, vatId: 'GB123456789', ...nobody },
  buyer: { name: token('customer'), address, vatId: null, ...nobody },
  deliverTo: null,
  buyerReference: null,
  orderReference: null,
  orderNumbers: [],
  preceding: [],
  currency: 'GBP',
  pricesIncludeTax: false,
  taxRounding: 'group',
  items: [1, 2, 3].map(item),
  adjustments: [],
  taxGroups: [
    {
      taxCode: token('code') as SnapshotItem['taxCode'],
      taxRate: token('rate'),
      baseMinor: token('net'),
      taxMinor: token('tax'),
      exemptionReason: null,
    },
  ],
  deductions: [],
  totals: {
    itemsMinor: token('net'),
    itemsNetMinor: token('net'),
    discountsNetMinor: '0',
    chargesNetMinor: '0',
    netMinor: token('net'),
    taxMinor: token('tax'),
    totalMinor: token('total'),
    roundingMinor: '0',
    payableMinor: token('total'),
  },
  taxCurrency: null,
  payment: { terms: '', reference: '{number}', accounts: [] },
  intro: '',
  outro: '',
  footer: '',
  brand: { color: '#1f6b4a', paper: 'a4', logo: null },
};

/**
 * The canonical text (RFC 8785) of a document's snapshot as an SQL expression over the columns of `alias`: keys in
 * their order, no spaces. Values hold nothing that JSON would have to escape.
 */
export function snapshotText(alias: string): string {
  const parts = (canonicalize(snapshot) ?? '').replaceAll('"@due@"', '@due@').split('@');
  const pieces = parts.map((part, index) =>
    index % 2 === 0 ? `'${part.replaceAll("'", "''")}'` : `${alias}.${part}::text`,
  );
  return `concat(${pieces.join(', ')})`;
}
