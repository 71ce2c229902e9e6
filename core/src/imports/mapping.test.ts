import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  guessMapping,
  headerSignature,
  missingFields,
  ORDER_IMPORT_FIELDS,
  type OrderMapping,
} from './mapping';

const SHOP = readFileSync(new URL('fixtures/online-retail-200.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 30)
  .filter((line) => !line.includes('"'))
  .map((line) => line.split(','));

function guessed(header: string, sample: string[][] = []): Record<string, string> {
  const names = header.split(';').map((name) => name.trim());
  const mapping = guessMapping(names, sample);
  return Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, names[column] ?? '']));
}

describe('guessMapping', () => {
  const [header = [], ...rows] = SHOP;
  const right: OrderMapping = {
    orderNumber: 0,
    sku: 1,
    title: 2,
    quantity: 3,
    placedAt: 4,
    unitPrice: 5,
    customerNumber: 6,
    country: 7,
  };

  it('does not lose itself in an endless word', () => {
    expect(guessMapping(['Note'], [['x'.repeat(200_000)]])).toEqual({});
  });

  it('understands the real shop, also by names alone', () => {
    expect(guessMapping(header, rows)).toEqual(right);
    expect(guessMapping(header, [])).toEqual(right);
    expect(missingFields(right)).toEqual([]);
  });

  it('understands the real shop in another order', () => {
    const turned = guessMapping(
      header.toReversed(),
      rows.map((row) => row.toReversed()),
    );
    const expected = Object.fromEntries(Object.entries(right).map(([field, column]) => [field, 7 - column]));
    expect(turned).toEqual(expected);
  });

  it('finds most by content when the names say nothing', () => {
    const nameless = guessMapping(
      header.map((_, index) => `Column ${index + 1}`),
      rows,
    );
    expect(nameless).toMatchObject({ placedAt: 4, title: 2, unitPrice: 5, country: 7, quantity: 3 });
  });

  it('understands Russian', () => {
    expect(
      guessed(
        '№ заказа; Дата; Артикул; Наименование товара; Кол-во; Цена за ед.; Сумма; Покупатель; Эл. почта; Ставка НДС',
      ),
    ).toEqual({
      orderNumber: '№ заказа',
      placedAt: 'Дата',
      sku: 'Артикул',
      title: 'Наименование товара',
      quantity: 'Кол-во',
      unitPrice: 'Цена за ед.',
      customerName: 'Покупатель',
      customerEmail: 'Эл. почта',
      taxRate: 'Ставка НДС',
    });
  });

  it('understands Uzbek', () => {
    expect(
      guessed('Buyurtma raqami; Sana; Mahsulot nomi; Miqdori; Narxi; Jami; Mijoz; Davlat; QQS %'),
    ).toEqual({
      orderNumber: 'Buyurtma raqami',
      placedAt: 'Sana',
      title: 'Mahsulot nomi',
      quantity: 'Miqdori',
      unitPrice: 'Narxi',
      customerName: 'Mijoz',
      country: 'Davlat',
      taxRate: 'QQS %',
    });
  });

  it('understands German', () => {
    expect(
      guessed(
        'Rechnungs-Nr.; Datum; Artikel-Nr.; Bezeichnung; Menge; Einzelpreis; Gesamtpreis; Kunde; Land; Währung',
      ),
    ).toEqual({
      orderNumber: 'Rechnungs-Nr.',
      placedAt: 'Datum',
      sku: 'Artikel-Nr.',
      title: 'Bezeichnung',
      quantity: 'Menge',
      unitPrice: 'Einzelpreis',
      customerName: 'Kunde',
      country: 'Land',
      currency: 'Währung',
    });
  });

  it('understands the export of a web shop and leaves out sums and other dates', () => {
    expect(
      guessed(
        'Order ID; Order Date; Ship Date; Lineitem name; Lineitem sku; Lineitem quantity; Lineitem price; Total; Email; Billing Name; Phone',
      ),
    ).toEqual({
      orderNumber: 'Order ID',
      placedAt: 'Order Date',
      title: 'Lineitem name',
      sku: 'Lineitem sku',
      quantity: 'Lineitem quantity',
      unitPrice: 'Lineitem price',
      customerEmail: 'Email',
      customerName: 'Billing Name',
      customerPhone: 'Phone',
    });
  });

  it('trusts the content more than a name that contradicts it', () => {
    const sample = [
      ['A1', 'red', '3', '2011-05-01'],
      ['A2', 'blue', '4', '2011-05-02'],
    ];
    const mapping = guessMapping(['Order', 'Quantity', 'Qty', 'Date'], sample);
    expect(mapping.quantity).toBe(2);
  });

  it('takes a remembered mapping only when it fits', () => {
    const remembered: OrderMapping = { orderNumber: 7, title: 0 };
    expect(guessMapping(header, rows, remembered)).toEqual(remembered);
    expect(guessMapping(header, rows, { orderNumber: 8 })).toEqual(right);
    expect(guessMapping(header, rows, { orderNumber: 1, title: 1 })).toEqual(right);
    expect(guessMapping(header, rows, {})).toEqual(right);
  });
});

describe('missingFields', () => {
  it('asks for everything required, and for one of article number and title', () => {
    expect(missingFields({})).toEqual([
      ['orderNumber'],
      ['placedAt'],
      ['quantity'],
      ['unitPrice'],
      ['sku', 'title'],
    ]);
    expect(missingFields({ orderNumber: 0, placedAt: 1, quantity: 2, unitPrice: 3, title: 4 })).toEqual([]);
  });

  it('lists every field once', () => {
    const fields = ORDER_IMPORT_FIELDS.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
  });
});

describe('headerSignature', () => {
  it('does not mind case, spaces and signs', () => {
    expect(headerSignature(['Order No', 'Price'])).toBe(headerSignature([' order-no.', 'PRICE ']));
    expect(headerSignature(['Order No', 'Price'])).toMatch(/^2-[0-9a-f]{16}$/);
  });

  it('minds names, order and number', () => {
    const signatures = [['a', 'b'], ['b', 'a'], ['a'], ['ab'], ['a', 'b', ''], ['a', '']].map(
      headerSignature,
    );
    expect(new Set(signatures).size).toBe(6);
  });
});
