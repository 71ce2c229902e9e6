import { describe, expect, it } from 'vitest';
import { formatMinor } from '../platform/money';
import { checkEInvoice } from './check';
import { eInvoiceFormats } from './schemas';
import { fixtures } from './testing/fixtures';
import { readBack } from './testing/read-back';
import { rules } from './testing/rules';
import { tradeSnapshot } from './testing/trade-snapshot';
import { eInvoiceXml } from './write';

const number = 'INV-2026-00010';
const peppol = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const cases = eInvoiceFormats.flatMap((format) =>
  Object.entries(fixtures)
    .filter(([, snapshot]) => checkEInvoice(snapshot, format).length === 0)
    .map(([name, snapshot]) => ({ format, name, snapshot })),
);

it('tries many kinds of documents in every format', () => {
  expect(Object.keys(fixtures).length).toBeGreaterThanOrEqual(30);
  for (const format of eInvoiceFormats) {
    expect(cases.filter((each) => each.format === format).length).toBeGreaterThanOrEqual(29);
  }
});

describe.each(cases)('$format of "$name"', ({ format, snapshot }) => {
  const invoice = readBack(eInvoiceXml(format, number, snapshot));

  it('keeps the rules of EN 16931', () => {
    const broken = Object.entries(rules).filter(([, holds]) => !holds(invoice));
    expect(broken.map(([name]) => name)).toEqual([]);
  });

  it('says the amounts of the document', () => {
    const { totals, items, taxGroups, currency } = snapshot;
    const amount = (minor: string) => formatMinor(BigInt(minor), currency);
    expect(invoice.lines.map(({ net }) => net)).toEqual(items.map(({ netMinor }) => amount(netMinor)));
    expect(invoice.taxes.map(({ base, tax }) => [base, tax])).toEqual(
      taxGroups.map(({ baseMinor, taxMinor }) => [amount(baseMinor), amount(taxMinor)]),
    );
    expect(invoice.totals).toMatchObject({
      items: amount(totals.itemsNetMinor),
      net: amount(totals.netMinor),
      tax: amount(totals.taxMinor),
      total: amount(totals.totalMinor),
      payable: amount(totals.payableMinor),
    });
  });

  it('says the other facts', () => {
    const { seller, buyer, preceding, taxCurrency, payment, currency } = snapshot;
    expect(invoice.currency).toBe(currency);
    expect(invoice.preceding).toEqual(preceding.map((each) => each.number));
    expect(invoice.accounts).toEqual(payment.accounts.map((each) => each.iban ?? each.accountNumber));
    expect(invoice.paymentReference).toBe(payment.reference.replace('{number}', number));
    expect(invoice.taxInTaxCurrency).toBe(
      taxCurrency ? formatMinor(BigInt(taxCurrency.taxMinor), taxCurrency.currency) : '',
    );
    expect([invoice.seller.name, invoice.seller.country]).toEqual([seller.name, seller.address?.country]);
    expect(invoice.buyer.country).toBe(buyer.address?.country);
  });
});

describe('codes', () => {
  const typeOf = (name: string, format: 'ubl' | 'cii' | 'xrechnung') =>
    readBack(eInvoiceXml(format, number, fixtures[name] ?? tradeSnapshot())).typeCode;

  it.each([
    ['simple', 'ubl', '380'],
    ['deposit', 'ubl', '386'],
    ['deposit', 'cii', '386'],
    ['deposit', 'xrechnung', '380'],
    ['credit note of all', 'ubl', '381'],
    ['credit note of a part', 'cii', '381'],
  ] as const)('%s in %s is %s', (name, format, code) => {
    expect(typeOf(name, format)).toBe(code);
  });

  it.each([
    ['simple', peppol],
    ['walk-in buyer', 'urn:cen.eu:en16931:2017'],
    ['outside scope without register', 'urn:cen.eu:en16931:2017'],
  ])('%s is %s', (name, customization) => {
    const invoice = readBack(eInvoiceXml('ubl', number, fixtures[name] ?? tradeSnapshot()));
    expect(invoice.customization).toBe(customization);
  });
});

describe('what is said otherwise than on paper', () => {
  it('keeps VAT numbers back outside the scope of tax, and identifies the seller all the same', () => {
    const { seller, buyer } = readBack(
      eInvoiceXml('cii', number, fixtures['outside scope'] ?? tradeSnapshot()),
    );
    expect([seller.vatId, buyer.vatId, seller.registration]).toEqual(['', '', 'HRB 4711']);
  });

  it('turns a negative price into a negative quantity', () => {
    const { lines } = readBack(eInvoiceXml('ubl', number, fixtures['negative line'] ?? tradeSnapshot()));
    expect(lines.map(({ quantity, price, net }) => [quantity, price, net])).toEqual([
      ['5', '100', '500.00'],
      ['-2', '30', '-60.00'],
      ['-1', '12.5', '-12.50'],
    ]);
  });

  it('shows the net price where prices contain tax', () => {
    const snapshot = tradeSnapshot({
      pricesIncludeTax: true,
      lines: [{ quantity: '2', unitPrice: '11.90' }],
    });
    const [line] = readBack(eInvoiceXml('ubl', number, snapshot)).lines;
    expect([line?.price, line?.net]).toEqual(['10', '20.00']);
  });

  it('gives the day of delivery or the period, never both', () => {
    const day = readBack(eInvoiceXml('cii', number, tradeSnapshot()));
    const period = readBack(eInvoiceXml('cii', number, fixtures['period of delivery'] ?? tradeSnapshot()));
    expect([day.deliveryDate, day.periodFrom]).toEqual(['2026-11-27', '']);
    expect([period.deliveryDate, period.periodFrom, period.periodTo]).toEqual([
      '',
      '2026-10-01',
      '2026-10-31',
    ]);
  });

  it('puts the number into the texts that name it', () => {
    const texts = {
      intro: 'Invoice {number}',
      payment: { terms: 'Pay {number} at once.', reference: '{number}' },
    };
    const xml = eInvoiceXml('ubl', 'INV-$&-1', tradeSnapshot(texts));
    expect(xml).not.toContain('{number}');
    expect(xml).toContain('<cbc:Note>Invoice INV-$&amp;-1</cbc:Note>');
    expect(readBack(xml)).toMatchObject({ paymentReference: 'INV-$&-1', terms: 'Pay INV-$&-1 at once.' });
  });

  it('calls Kosovo as the code lists do', () => {
    const address = {
      line1: null,
      line2: null,
      city: 'Prishtina',
      region: null,
      postalCode: null,
      country: 'XK',
    };
    const invoice = readBack(eInvoiceXml('ubl', number, tradeSnapshot({ buyer: { address } })));
    expect(invoice.buyer.country).toBe('1A');
  });

  it('keeps hostile texts as texts', () => {
    for (const format of eInvoiceFormats) {
      const { buyer, lines } = readBack(
        eInvoiceXml(format, number, fixtures['long and hostile texts'] ?? tradeSnapshot()),
      );
      expect(buyer.name).toMatch(/^<script>alert\(1\)<\/script> & "quotes" .* 😀 العربية x{10000}$/);
      expect(buyer.name).not.toMatch(/[\p{Cc}\p{Cs}\ufffe]/u);
      expect(lines[0]?.name).toBe(buyer.name);
    }
  });
});
