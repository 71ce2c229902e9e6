import type { OrderImportField } from './fields';

/** What people call these columns: English; Russian; Uzbek; German. Compared without case, marks and spaces. */
const NAMES: Record<OrderImportField, string> = {
  orderNumber: `invoice no, invoice number, invoice, invoice id, order no, order number, order id, order, order name,
    order ref, order reference, document no, document number, receipt no, receipt number, bill no, sales order, so no,
    transaction id; номер заказа, № заказа, заказ, номер счета, номер счёта, № счета, счет, номер документа, документ,
    номер чека, накладная, номер накладной; buyurtma raqami, buyurtma, buyurtma №, hisob raqami, hisob-faktura,
    hisob-faktura raqami, hujjat raqami, chek raqami, буюртма рақами; rechnungsnummer, rechnungsnr, rechnung nr,
    rechnung, bestellnummer, bestellnr, bestellung, auftragsnummer, auftragsnr, auftrag, belegnummer, belegnr`,
  placedAt: `invoice date, order date, date, date time, datetime, placed at, created at, created, order time, timestamp,
    purchase date, sale date, sales date, transaction date, document date, ordered at, invoice datetime; дата, дата заказа,
    дата и время, дата счета, дата счёта, дата продажи, дата документа, дата создания, время заказа, создан; sana,
    sanasi, buyurtma sanasi, sotuv sanasi, hujjat sanasi, sana va vaqt, vaqt, сана; datum, bestelldatum,
    rechnungsdatum, auftragsdatum, belegdatum, kaufdatum, zeitpunkt, datum uhrzeit`,
  sku: `stock code, sku, item code, product code, item no, item number, article, article no, article number, product id,
    item id, part number, part no, barcode, ean, lineitem sku, variant sku, code; артикул, код товара, код, код продукта,
    штрихкод, номенклатурный номер; artikul, mahsulot kodi, tovar kodi, kod, kodi, shtrix-kod; artikelnummer,
    artikelnr, artikel nr, artikel-nr, art nr, produktcode, bestellcode`,
  title: `description, item, item name, item description, product, product name, product title, title, name, goods,
    article name, lineitem name, line description, product description; наименование, название, товар, наименование товара,
    название товара, номенклатура, описание, продукт, позиция; nomi, mahsulot, mahsulot nomi, tovar, tovar nomi,
    tavsif, nomenklatura, махсулот номи; bezeichnung, beschreibung, artikel, artikelname, artikelbezeichnung,
    produkt, produktname, ware`,
  quantity: `quantity, qty, quantity ordered, units, pieces, pcs, count, lineitem quantity, order quantity, item quantity;
    количество, кол-во, колво, кол, шт, штук; miqdor, miqdori, soni, son, dona, миқдор, микдори; menge, anzahl,
    stück, stückzahl, stk`,
  unitPrice: `unit price, price, price each, item price, price per unit, lineitem price, net price, sale price, rate;
    цена, цена за единицу, цена за ед, цена руб, цена сум, цена с ндс, цена без ндс, цена за шт, цена за штуку, цена продажи, стоимость единицы; narx, narxi, birlik narxi,
    dona narxi, sotuv narxi, нарх, нархи; einzelpreis, preis, stückpreis, preis pro stück, verkaufspreis, nettopreis`,
  discountPercent: `discount percent, discount %, discount rate, disc %, discount pct; скидка %, скидка процент,
    процент скидки; chegirma %, chegirma foizi; rabatt %, rabatt prozent, rabattsatz`,
  taxRate: `tax rate, vat rate, vat %, tax %, vat percent, tax percent, vat pct, gst %; ставка ндс, ндс %, ставка налога,
    процент ндс; qqs stavkasi, qqs %, soliq stavkasi, qqs foizi; steuersatz, mwst %, mwst satz, mwst-satz, ust %,
    ust satz, mehrwertsteuersatz`,
  currency: `currency, currency code, ccy, order currency; валюта, код валюты; valyuta, valyuta kodi; währung,
    währungscode`,
  customerNumber: `customer id, customer no, customer number, customer code, client id, client no, client number,
    account no, account number, buyer id; код клиента, номер клиента, id клиента, ид клиента, код покупателя,
    код контрагента, инн покупателя; mijoz raqami, mijoz kodi, mijoz id, xaridor kodi; kundennummer, kundennr,
    kunden-nr, kunde nr, debitorennummer`,
  customerName: `customer, customer name, client, client name, buyer, buyer name, bill to, billing name, company,
    company name, full name, ship to name; клиент, имя клиента, покупатель, имя покупателя, контрагент, заказчик, фио,
    наименование клиента, наименование покупателя; mijoz, mijoz nomi, mijoz ismi, xaridor, buyurtmachi, kontragent,
    mijoz fio; kunde, kundenname, käufer, auftraggeber, firma`,
  customerEmail: `email, e-mail, customer email, mail, email address, client email, billing email, buyer email; почта,
    эл почта, электронная почта, email клиента; pochta, elektron pochta, mijoz email; e-mail-adresse, mailadresse`,
  customerPhone: `phone, phone number, telephone, mobile, customer phone, tel, cell, billing phone, contact phone; телефон,
    номер телефона, тел, моб, мобильный, телефон клиента; telefon raqami, telefoni, mijoz telefoni, telefon;
    telefonnummer, handy, mobil, telefon nr`,
  country: `country, country code, billing country, shipping country, customer country, ship country, nation; страна,
    код страны, страна клиента, страна доставки; mamlakat, davlat, mamlakati, давлат; land, länderkennzeichen, staat,
    lieferland`,
};

/** Columns that look like one of the fields by their content, and are none. */
const OTHERS = `total, line total, amount, subtotal, sum, net amount, gross amount, tax amount, vat amount, vat, tax,
  discount, discount amount, balance, cost, cost price, row, line, line no, no, status, store, channel, payment method,
  shipping, category, weight, delivery date, due date, ship date, payment date, updated at, paid at, fulfilled at, cancelled at; сумма,
  итого, всего, сумма ндс, ндс, скидка, остаток, себестоимость, статус, дата оплаты, дата доставки, срок оплаты, №,
  номер, склад, п/п, № п/п; summa, jami, qqs, chegirma, holat, holati, ombor, to'lov sanasi, yetkazish sanasi, t/r;
  summe, gesamt, gesamtpreis, betrag, mwst, rabatt, status, lieferdatum, zahlungsdatum, fälligkeit, pos, position`;

/** A column name without case, marks, spaces and signs; the percent sign counts as a word. */
export function plainHeader(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/%/g, 'percent')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Shorter words stand inside of too many others. */
const PART_CHARS = 5;

const words = (list: string) =>
  list
    .split(/[,;]/)
    .map(plainHeader)
    .filter((word) => word !== '');
const others = new Set(words(OTHERS));
const exact = new Map<string, Map<OrderImportField, number>>();
const partial: { field: OrderImportField | 'other'; word: string }[] = [];

for (const word of others) if (word.length >= PART_CHARS) partial.push({ field: 'other', word });

for (const [field, list] of Object.entries(NAMES) as [OrderImportField, string][]) {
  for (const [index, word] of words(list).entries()) {
    const fields = exact.get(word) ?? new Map<OrderImportField, number>();
    if (!fields.has(field)) fields.set(field, 100 - Math.min(10, index / 4));
    exact.set(word, fields);
    if (word.length >= PART_CHARS) partial.push({ field, word });
  }
}

/**
 * How well a column's name fits a field: about 100 for a known name, 40-75 when it holds one, 0 when it says nothing;
 * `other` when it names something else.
 */
export function nameFit(field: OrderImportField, name: string): number | 'other' {
  const plain = plainHeader(name);
  if (plain === '') return 0;
  const known = exact.get(plain);
  if (known !== undefined) return known.get(field) ?? 'other';
  if (others.has(plain)) return 'other';
  let longest: (typeof partial)[number] = { field: 'other', word: '' };
  for (const entry of partial) {
    if (entry.word.length > longest.word.length && plain.includes(entry.word)) longest = entry;
  }
  if (longest.word === '') return 0;
  return longest.field === field ? 40 + (35 * longest.word.length) / plain.length : 'other';
}
