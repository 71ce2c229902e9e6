import { sampleSnapshot, type SnapshotItem, type TradeSnapshot } from '../documents';

/** An invoice with so many lines whose sums are right: net prices, one rate of 20 %. */
export function snapshotOf(count: number, own: Partial<TradeSnapshot> = {}): TradeSnapshot {
  const [first] = sampleSnapshot().items as [SnapshotItem];
  const items = Array.from({ length: count }, (_, index): SnapshotItem => {
    const amountMinor = String(1_000 + 37 * index);
    const title = `Line ${index + 1} of ${count}`;
    const unitPrice = (Number(amountMinor) / 100).toFixed(2);
    return {
      ...first,
      position: index + 1,
      title,
      quantity: '1',
      unitPrice,
      amountMinor,
      netMinor: amountMinor,
    };
  });
  const net = items.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const tax = (net * 20n + 50n) / 100n;
  const [netMinor, taxMinor, totalMinor] = [net, tax, net + tax].map(String) as [string, string, string];
  return sampleSnapshot({
    items,
    taxGroups: [{ taxCode: 'S', taxRate: '20', baseMinor: netMinor, taxMinor, exemptionReason: null }],
    totals: {
      ...sampleSnapshot().totals,
      itemsMinor: netMinor,
      itemsNetMinor: netMinor,
      netMinor,
      taxMinor,
      totalMinor,
      payableMinor: totalMinor,
    },
    ...own,
  });
}

/** A document in which everybody has written the same text into every field that takes any. */
export function snapshotFullOf(text: string): TradeSnapshot {
  const sample = sampleSnapshot();
  const party = Object.fromEntries(Object.keys(sample.seller).map((field) => [field, text]));
  const address = { line1: text, line2: text, city: text, region: text, postalCode: text, country: 'DE' };
  const someone = { ...sample.seller, ...party, address };
  const [account] = sample.payment.accounts;
  if (!account) throw new Error('the sample has no account');
  return {
    ...sample,
    seller: someone,
    buyer: { ...someone, address: { ...address, country: 'FR' } },
    deliverTo: address,
    buyerReference: text,
    orderReference: text,
    orderNumbers: [text, `${text}2`],
    currency: 'EUR',
    items: sample.items.map((item) => ({ ...item, sku: text, title: text, orderNumber: text, unit: text })),
    adjustments: [{ kind: 'discount', reason: text, percent: null, amountMinor: '100', shares: [] }],
    taxGroups: sample.taxGroups.map((group) => ({ ...group, taxCode: 'E', exemptionReason: text })),
    deductions: [{ number: text, issueDate: '2026-11-01', netMinor: '1', taxMinor: '1', totalMinor: '2' }],
    taxCurrency: { currency: 'USD', rate: '1.5', rateDate: '2026-11-01', rateSource: text, taxMinor: '1' },
    payment: {
      terms: text,
      reference: text,
      accounts: [
        {
          ...account,
          holder: text,
          bic: text,
          bankName: text,
          accountNumber: text,
          bankCode: text,
          currency: 'EUR',
        },
      ],
    },
    intro: text,
    outro: text,
    footer: text,
    brand: { ...sample.brand, color: '#1f6b4a' },
  };
}
