import type { LetterSnapshot } from '../schemas';
import { block, sumLines, textBlock, type Block } from './blocks';
import { html, short } from './html';
import type { Writing } from './language';
import { letterhead, type Fact } from './letterhead';
import { paymentBlocks } from './payment';
import { widthFor, type Column } from './table';
import type { Content } from './trade';

function facts(snapshot: LetterSnapshot, { words, date }: Writing): Fact[] {
  const { period, buyer } = snapshot;
  return [
    { label: words.date, value: date(snapshot.issueDate) },
    ...(period ? [{ label: words.service, value: `${date(period.from)} – ${date(period.to)}` }] : []),
    ...(buyer.customerNumber ? [{ label: words.customerNumber, value: short(buyer.customerNumber) }] : []),
    ...(snapshot.seller.contactName
      ? [{ label: words.contact, value: short(snapshot.seller.contactName) }]
      : []),
  ];
}

/** A reminder shows what is still open; a statement how the balance came about. */
function entryTable(snapshot: LetterSnapshot, writing: Writing): { columns: Column[]; rows: Block[] } {
  const { words } = writing;
  const { currency, entries } = snapshot;
  const amount = (minor: string) => writing.amount(minor, currency);
  const sumHead = `${words.open} ${currency}`;
  const dates = entries.flatMap(({ date, dueDate }) =>
    [date, ...(dueDate ? [dueDate] : [])].map(writing.date),
  );
  const dateWidth = widthFor([...dates, words.dueDate], 20);
  const columns: Column[] = [
    { head: words.date, className: '', width: dateWidth },
    { head: words.document, className: 'what' },
    { head: words.dueDate, className: 'n', width: dateWidth },
    {
      head: words.amount,
      className: 'n',
      width: widthFor([...entries.map((each) => amount(each.amountMinor)), words.amount], 24),
    },
    {
      head: sumHead,
      className: 'n sum',
      width: widthFor([...entries.map((each) => amount(each.openMinor)), sumHead], 24),
    },
  ];
  const rows = entries.map((entry): Block => ({
    kind: 'row',
    amount: BigInt(entry.openMinor),
    html: html`<tr>
      <td>${writing.date(entry.date)}</td>
      <td class="what" dir="auto">${words.entries[entry.kind]} ${short(entry.number)}</td>
      <td class="n">${entry.dueDate ? writing.date(entry.dueDate) : ''}</td>
      <td class="n">${amount(entry.amountMinor)}</td>
      <td class="n">${amount(entry.openMinor)}</td>
    </tr>`,
  }));
  return { columns, rows };
}

/** A reminder or a statement from top to bottom. */
export function letterContent(
  number: string,
  snapshot: LetterSnapshot,
  writing: Writing,
  logo: string | undefined,
): Content {
  const { words } = writing;
  const { columns, rows } = entryTable(snapshot, writing);
  const title = snapshot.title.trim() || words.titles[snapshot.kind];
  const amount = (minor: string) => writing.amount(minor, snapshot.currency);
  const opening =
    snapshot.openingMinor !== '0' ? [{ label: words.opening, value: amount(snapshot.openingMinor) }] : [];
  const total = `${amount(snapshot.totalMinor)}\u00a0${snapshot.currency}`;
  return {
    title,
    columns,
    blocks: [
      block(
        letterhead(snapshot, { title, number, facts: facts(snapshot, writing), beside: null }, writing, logo),
      ),
      ...textBlock(snapshot.intro, 'intro'),
      ...rows,
      block(
        html`<div class="totals">
          ${sumLines([...opening, { label: words.openTotal, value: total, strong: true }])}
        </div>`,
      ),
      ...paymentBlocks(snapshot, BigInt(snapshot.totalMinor), writing),
      ...textBlock(snapshot.outro, 'outro'),
    ],
  };
}
