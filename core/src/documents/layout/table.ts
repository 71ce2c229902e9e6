import { minorUnits } from '../../platform/money';
import { unitLabel } from '../../products/schemas';
import type { SnapshotItem, TradeSnapshot } from '../schemas';
import type { Block } from './blocks';
import { html, short, type Html } from './html';
import type { Writing } from './language';

/** A column: its head, and the width that its longest text needs. */
export interface Column {
  head: string;
  className: string;
  /** In millimetres; absent where the column takes what is left. */
  width?: number;
}

const MM_PER_CHARACTER = 1.86;
const PADDING_MM = 3.2;
const WIDEST_MM = 44;

/** Wide enough for the longest of the texts, in whole millimetres. */
export const widthFor = (texts: readonly string[], least: number): number => {
  const longest = Math.max(...texts.map((text) => text.length), 0);
  return Math.min(WIDEST_MM, Math.max(least, Math.ceil(longest * MM_PER_CHARACTER + PADDING_MM)));
};

export const tableHead = (columns: readonly Column[]): Html =>
  html`<colgroup>
      ${columns.map(({ width }) => html`<col class="${width ? `w${width}` : ''}" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ head, className }) => html`<th scope="col" class="${className}">${head}</th>`)}
      </tr>
    </thead>`;

interface Texts {
  position: string;
  quantity: string;
  price: string;
  discount: string;
  rate: string;
  amount: string;
}

const hasDiscount = ({ discountMinor, discountPercent }: SnapshotItem): boolean =>
  discountMinor !== '0' || Number(discountPercent) !== 0;

function textsOf(item: SnapshotItem, { currency }: TradeSnapshot, writing: Writing): Texts {
  const percent = Number(item.discountPercent) !== 0;
  return {
    position: String(item.position),
    quantity: `${writing.number(item.quantity)}\u00a0${unitLabel(item.unit, writing.language)}`,
    price: writing.number(item.unitPrice, minorUnits(currency)),
    discount: !hasDiscount(item)
      ? ''
      : percent
        ? writing.percent(item.discountPercent)
        : writing.amount(item.discountMinor, currency),
    rate: item.taxCode === 'O' ? '–' : writing.percent(item.taxRate),
    amount: writing.amount(item.amountMinor, currency),
  };
}

/** The table of lines: its columns, and one row a line. */
export function itemTable(snapshot: TradeSnapshot, writing: Writing): { columns: Column[]; rows: Block[] } {
  const { words } = writing;
  const texts = snapshot.items.map((item) => textsOf(item, snapshot, writing));
  const width = (field: keyof Texts, head: string, least: number) =>
    widthFor([...texts.map((each) => each[field]), head], least);
  const discounts = snapshot.items.some(hasDiscount);
  const amountHead = `${snapshot.pricesIncludeTax ? words.gross : words.net} ${snapshot.currency}`;
  const columns: Column[] = [
    { head: words.position, className: 'pos', width: width('position', words.position, 8) },
    { head: words.description, className: 'what' },
    { head: words.quantity, className: 'n', width: width('quantity', words.quantity, 14) },
    { head: words.price, className: 'n', width: width('price', words.price, 16) },
    ...(discounts
      ? [{ head: words.discount, className: 'n', width: width('discount', words.discount, 12) }]
      : []),
    { head: words.tax, className: 'n', width: width('rate', words.tax, 12) },
    { head: amountHead, className: 'n sum', width: width('amount', amountHead, 22) },
  ];
  const cells = ({ quantity, price, discount, rate, amount }: Texts) =>
    [quantity, price, ...(discounts ? [discount] : []), rate, amount].map(
      (text) => html`<td class="n">${text}</td>`,
    );
  const rows = snapshot.items.flatMap((item, index) => {
    const own = texts[index] as Texts;
    return [
      ...orderHeading(snapshot, index, columns.length, writing),
      row(item, own, cells(own), columns.length),
    ];
  });
  return { columns, rows };
}

/** Where lines come from several orders, each order heads its lines. */
function orderHeading(
  { items, orderNumbers }: TradeSnapshot,
  index: number,
  span: number,
  { words }: Writing,
): Block[] {
  const { orderNumber } = items[index] as SnapshotItem;
  if (orderNumbers.length < 2 || !orderNumber || items[index - 1]?.orderNumber === orderNumber) return [];
  const heading = html`<tr class="group">
    <th colspan="${span}" scope="colgroup" dir="auto">${words.order} ${short(orderNumber)}</th>
  </tr>`;
  return [{ kind: 'row', html: heading, withNext: true }];
}

function row(item: SnapshotItem, { position }: Texts, cells: Html[], span: number): Block {
  const sku = item.sku ? html` <bdi class="sku">${short(item.sku)}</bdi>` : null;
  const className = item.kind === 'deduction' ? 'deduction' : '';
  const title = (text: string, after: Html | null) =>
    html`<div class="text" dir="auto"><span data-long>${text}</span>${after}</div>`;
  const first = (text: string, place: string, after: Html | null): Block => ({
    kind: 'row',
    amount: BigInt(item.amountMinor),
    html: html`<tr class="${className} ${place}">
      <td class="pos">${position}</td>
      <td class="what">${title(text, after)}</td>
      ${cells}
    </tr>`,
  });
  const further = (text: string, place: string, after: Html | null): Block => ({
    kind: 'row',
    html: html`<tr class="${className} ${place}">
      <td></td>
      <td class="what">${title(text, after)}</td>
      <td colspan="${span - 2}"></td>
    </tr>`,
  });
  return {
    ...first(item.title, '', sku),
    long: {
      text: item.title,
      parts: (texts) =>
        texts.map((text, index) => {
          const last = index === texts.length - 1;
          return index === 0
            ? first(text, 'begun', null)
            : further(text, last ? 'ended' : 'going', last ? sku : null);
        }),
    },
  };
}
