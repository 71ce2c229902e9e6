import { tradeParts } from '../../documents/trade';
import type { SnapshotParty, TradeSnapshot } from '../../documents/schemas';
import { computeTotals, type TaxCode, type TotalsAdjustment, type TotalsLine } from '../../orders/totals';

/** A line of a fixture: one lamp of 100.00 at 19 %, unless said otherwise. */
export interface FixtureLine extends Partial<TotalsLine> {
  kind?: 'item' | 'deduction';
  title?: string;
  sku?: string | null;
  unit?: string;
  orderNumber?: string | null;
}

type Computed = 'items' | 'adjustments' | 'taxGroups' | 'totals';
type Nested = 'seller' | 'buyer' | 'payment';

export interface FixtureWishes extends Partial<Omit<TradeSnapshot, Computed | Nested>> {
  lines?: FixtureLine[];
  adjustments?: TotalsAdjustment[];
  /** Smallest payable step in minor units. */
  cashRounding?: bigint;
  seller?: Partial<SnapshotParty>;
  buyer?: Partial<SnapshotParty>;
  payment?: Partial<TradeSnapshot['payment']>;
}

const reasons: Partial<Record<TaxCode, string>> = {
  E: 'Exempt from VAT',
  AE: 'Reverse charge',
  K: 'Intra-Community supply',
  G: 'Export outside the EU',
  O: 'Not subject to VAT',
};

const seller: SnapshotParty = {
  name: 'Meridian Gifts GmbH',
  address: {
    line1: 'Torstraße 12',
    line2: 'Hinterhaus',
    city: 'Berlin',
    region: null,
    postalCode: '10119',
    country: 'DE',
  },
  vatId: 'DE123456788',
  taxNumber: '29/123/45678',
  registrationNumber: 'HRB 4711',
  customerNumber: null,
  contactName: 'Anna Berg',
  email: 'rechnung@meridian.example',
  phone: '+49 30 1234567',
  website: 'https://meridian.example',
};

const buyer: SnapshotParty = {
  name: 'Kontor Nord AG',
  address: {
    line1: 'Hafenweg 3',
    line2: null,
    city: 'Hamburg',
    region: null,
    postalCode: '20457',
    country: 'DE',
  },
  vatId: 'DE136695976',
  taxNumber: null,
  registrationNumber: null,
  customerNumber: 'C-1001',
  contactName: 'Jonas Klein',
  email: 'einkauf@kontor.example',
  phone: '+49 40 7654321',
  website: null,
};

const payment: TradeSnapshot['payment'] = {
  terms: 'Payable within 14 days without deduction.',
  reference: '{number}',
  accounts: [
    {
      holder: 'Meridian Gifts GmbH',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFFXXX',
      bankName: 'Commerzbank',
      accountNumber: null,
      bankCode: null,
      currency: 'EUR',
    },
  ],
};

const facts: Omit<TradeSnapshot, Computed | Nested> = {
  schema: 1,
  kind: 'invoice',
  language: 'en',
  issueDate: '2026-11-29',
  dueDate: '2026-12-13',
  validUntil: null,
  deliveryFrom: '2026-11-27',
  deliveryTo: null,
  deliverTo: null,
  buyerReference: '04011000-12345-03',
  orderReference: null,
  orderNumbers: [],
  preceding: [],
  currency: 'EUR',
  pricesIncludeTax: false,
  taxRounding: 'group',
  deductions: [],
  taxCurrency: null,
  intro: 'Thank you for your order.',
  outro: '',
  footer: 'Managing director: Anna Berg',
  brand: { color: '#1f6b4a', paper: 'a4', logo: null },
};

const fullLine = (line: FixtureLine, index: number) => ({
  kind: line.kind ?? ('item' as const),
  sku: line.sku === undefined ? `L-${index + 1}` : line.sku,
  title: line.title ?? `Lamp ${index + 1}`,
  orderNumber: line.orderNumber ?? null,
  quantity: line.quantity ?? '1',
  unit: line.unit ?? 'C62',
  unitPrice: line.unitPrice ?? '100',
  discountPercent: line.discountPercent ?? '0',
  ...(line.discountMinor !== undefined && { discountMinor: line.discountMinor }),
  taxCode: line.taxCode ?? ('S' as const),
  taxRate: line.taxRate ?? (line.taxCode && line.taxCode !== 'S' ? '0' : '19'),
});

const kept = ({ kind, reason = '', percent }: TotalsAdjustment) => ({
  kind,
  reason,
  percent: percent ?? null,
});

/**
 * A document for tests: a German invoice unless wished otherwise, its amounts worked out by the totals of orders and
 * said in net amounts as issuing does. Nothing about it is random.
 */
export function tradeSnapshot(wishes: FixtureWishes = {}): TradeSnapshot {
  const { lines: wanted = [{}], adjustments = [], cashRounding, ...rest } = wishes;
  const lines = wanted.map(fullLine);
  const base = { ...facts, ...rest };
  const { currency, pricesIncludeTax, taxRounding } = base;
  const totals = computeTotals({
    kind: 'sale',
    currency,
    pricesIncludeTax,
    taxRounding,
    lines,
    adjustments,
    ...(cashRounding !== undefined && { cashRounding }),
  });
  return {
    ...base,
    seller: { ...seller, ...wishes.seller },
    buyer: { ...buyer, ...wishes.buyer },
    payment: { ...payment, ...wishes.payment },
    ...tradeParts({
      pricesIncludeTax,
      taxRounding,
      lines,
      adjustments: adjustments.map(kept),
      totals,
      exemptionReasons: new Map(
        totals.groups.map(({ taxCode }) => [`${taxCode} 0`, reasons[taxCode] ?? null]),
      ),
    }),
  };
}
