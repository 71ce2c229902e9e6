import type { TradeSnapshot } from '../schemas';
import { block, textBlock, type Block } from './blocks';
import { html, short, type Html } from './html';
import type { Writing } from './language';
import { fullAddress, letterhead, type Fact } from './letterhead';
import { paymentBlocks } from './payment';
import { sumBlocks } from './sums';
import { itemTable, type Column } from './table';
import { titleOf } from './words';

export interface Content {
  title: string;
  columns: readonly Column[];
  blocks: readonly Block[];
}

function delivery({ deliveryFrom: from, deliveryTo: to }: TradeSnapshot, { words, date }: Writing): Fact[] {
  if (from && to && from !== to) return [{ label: words.service, value: `${date(from)} – ${date(to)}` }];
  const day = from ?? to;
  return day ? [{ label: words.delivered, value: date(day) }] : [];
}

function facts(snapshot: TradeSnapshot, writing: Writing): Fact[] {
  const { words, date } = writing;
  const { buyer, seller } = snapshot;
  const optional = (label: string, value: string | null): Fact[] =>
    value?.trim() ? [{ label, value: short(value) }] : [];
  const day = (label: string, value: string | null): Fact[] => (value ? [{ label, value: date(value) }] : []);
  const credited = snapshot.kind === 'credit_note' ? snapshot.preceding : [];
  const orders = snapshot.orderNumbers;
  return [
    { label: words.date, value: date(snapshot.issueDate) },
    ...delivery(snapshot, writing),
    ...day(words.due, snapshot.dueDate),
    ...day(words.validUntil, snapshot.validUntil),
    ...credited.map(({ number, issueDate }) => ({
      label: words.corrects,
      value: `${short(number)} ${words.dated} ${date(issueDate)}`,
    })),
    ...optional(words.customerNumber, buyer.customerNumber),
    ...optional(words.yourVatId, buyer.vatId),
    ...(buyer.vatId ? [] : optional(words.yourTaxNumber, buyer.taxNumber)),
    ...optional(words.yourReference, snapshot.buyerReference),
    ...optional(words.yourOrder, snapshot.orderReference),
    ...optional(
      orders.length > 1 ? words.orders : words.order,
      orders.slice(0, 6).join(', ') + (orders.length > 6 ? ' …' : ''),
    ),
    ...optional(words.contact, seller.contactName),
  ];
}

function deliverTo(snapshot: TradeSnapshot, writing: Writing): Html | null {
  if (!snapshot.deliverTo) return null;
  const lines = fullAddress(snapshot.deliverTo, snapshot.seller, writing);
  return html`<div class="elsewhere" dir="auto">${writing.words.deliverTo}: ${lines.join(', ')}</div>`;
}

/** An invoice, deposit invoice, credit note or offer from top to bottom. */
export function tradeContent(
  number: string,
  snapshot: TradeSnapshot,
  writing: Writing,
  logo: string | undefined,
): Content {
  const title = titleOf(snapshot.kind, snapshot.language, snapshot.deductions.length > 0);
  const { columns, rows } = itemTable(snapshot, writing);
  const head = { title, number, facts: facts(snapshot, writing), beside: deliverTo(snapshot, writing) };
  const asksForMoney = snapshot.kind === 'invoice' || snapshot.kind === 'deposit';
  const payable = asksForMoney ? BigInt(snapshot.totals.payableMinor) : 0n;
  return {
    title,
    columns,
    blocks: [
      block(letterhead(snapshot, head, writing, logo)),
      ...textBlock(snapshot.intro, 'intro'),
      ...rows,
      ...sumBlocks(snapshot, writing),
      ...paymentBlocks(snapshot, payable, writing),
      ...textBlock(snapshot.outro, 'outro'),
    ],
  };
}
