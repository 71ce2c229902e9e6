import type { SnapshotAdjustment, SnapshotTaxGroup, TradeSnapshot } from '../schemas';
import { block, sumLines, textBlock, type Block, type SumLine } from './blocks';
import { html, short, type Html } from './html';
import type { Writing } from './language';
import { fill } from './words';

const negative = (minor: string): string => (-BigInt(minor)).toString();

function adjustmentLine(
  { kind, reason, percent, amountMinor }: SnapshotAdjustment,
  currency: string,
  writing: Writing,
): SumLine {
  const { words } = writing;
  const name = reason.trim() ? short(reason) : kind === 'discount' ? words.discountOf : words.chargeOf;
  const label = percent ? `${name} (${writing.percent(percent)})` : name;
  return {
    label,
    value: writing.amount(kind === 'discount' ? negative(amountMinor) : amountMinor, currency),
  };
}

/** "Tax 20 % on 309.76", or the words for why there is none. */
function taxLine(
  { taxCode, taxRate, baseMinor, taxMinor }: SnapshotTaxGroup,
  snapshot: TradeSnapshot,
  writing: Writing,
): SumLine {
  const { words } = writing;
  const label = snapshot.pricesIncludeTax ? words.included : words.taxOn;
  const rate = taxCode === 'O' ? '' : writing.percent(taxRate);
  const base = writing.amount(baseMinor, snapshot.currency);
  return {
    label: fill(label, { rate, base }),
    value: writing.amount(taxMinor, snapshot.currency),
    faint: true,
  };
}

function payableLabel({ kind }: TradeSnapshot, { words }: Writing): string {
  if (kind === 'offer') return words.offered;
  return kind === 'credit_note' ? words.refunded : words.payable;
}

/** More taxes than this stand in a table of their own. */
const MOST_LINES = 2;

/** From the sum of the lines to what is to be paid, in the order of EN 16931. */
function sums(snapshot: TradeSnapshot, writing: Writing): SumLine[] {
  const { words } = writing;
  const { totals, currency, adjustments, taxGroups, pricesIncludeTax } = snapshot;
  const amount = (minor: string) => writing.amount(minor, currency);
  const rounded = totals.roundingMinor !== '0';
  const taxes =
    taxGroups.length > MOST_LINES
      ? [{ label: words.tax, value: amount(totals.taxMinor), faint: true }]
      : taxGroups.map((group) => taxLine(group, snapshot, writing));
  const net = { label: words.net, value: amount(totals.netMinor), faint: pricesIncludeTax };
  const total = { label: words.total, value: amount(totals.totalMinor) };
  return [
    ...(adjustments.length > 0 ? [{ label: words.items, value: amount(totals.itemsMinor) }] : []),
    ...adjustments.map((each) => adjustmentLine(each, currency, writing)),
    ...(pricesIncludeTax ? [total, ...taxes, net] : [net, ...taxes]),
    ...(rounded && !pricesIncludeTax ? [total] : []),
    ...(rounded ? [{ label: words.rounding, value: amount(totals.roundingMinor) }] : []),
    {
      label: payableLabel(snapshot, writing),
      value: `${amount(totals.payableMinor)}\u00a0${currency}`,
      strong: true,
    },
  ];
}

/** Why a group bears no tax, in words and all of them (Art. 226(11) of the VAT Directive). */
function reasons({ taxGroups }: TradeSnapshot, { words }: Writing): string[] {
  return taxGroups.flatMap(({ taxCode, exemptionReason }) => {
    const reason = exemptionReason?.trim() || words.categories[taxCode];
    return reason && taxCode !== 'S' && (taxCode !== 'Z' || exemptionReason) ? [reason] : [];
  });
}

const cells = (values: readonly (string | Html)[], tag: 'td' | 'th'): Html[] =>
  values.map((value, index) => {
    const className = index === 0 ? '' : 'n';
    return tag === 'th'
      ? html`<th scope="col" class="${className}">${value}</th>`
      : html`<td class="${className}" dir="auto">${value}</td>`;
  });

const smallTable = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<table class="small">
    <thead>
      <tr>
        ${cells([title, ...head], 'th')}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${cells(row, 'td')}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** The taxes by category and rate (BG-23), where they are too many for the sums. */
function taxTable(snapshot: TradeSnapshot, writing: Writing): Html | null {
  const { taxGroups, currency } = snapshot;
  if (taxGroups.length <= MOST_LINES) return null;
  const { words } = writing;
  const amount = (minor: bigint | string) => writing.amount(minor, currency);
  const rows = taxGroups.map(({ taxCode, taxRate, baseMinor, taxMinor }) => [
    [writing.percent(taxRate), words.categories[taxCode]].filter(Boolean).join(' · '),
    amount(baseMinor),
    amount(taxMinor),
    amount(BigInt(baseMinor) + BigInt(taxMinor)),
  ]);
  return smallTable(words.taxTable, [words.base, words.tax, words.gross], rows);
}

/** The deposits that a final invoice takes off, with the tax that was on them. */
function deductions({ deductions, currency }: TradeSnapshot, writing: Writing): Html | null {
  if (deductions.length === 0) return null;
  const { words } = writing;
  const rows = deductions.map(({ number, issueDate, netMinor, taxMinor, totalMinor }) => [
    `${short(number)} ${words.dated} ${writing.date(issueDate)}`,
    ...[netMinor, taxMinor, totalMinor].map((minor) => writing.amount(negative(minor), currency)),
  ]);
  return smallTable(words.deductions, [words.net, words.tax, words.gross], rows);
}

/** The tax in the seller's own currency, with the rate that makes it so (Art. 230 of the VAT Directive). */
function taxCurrency({ taxCurrency: other, currency }: TradeSnapshot, writing: Writing): string | null {
  if (!other) return null;
  const { words } = writing;
  const source = short(other.rateSource);
  const values = {
    from: currency,
    to: other.currency,
    rate: writing.number(other.rate),
    source,
    date: writing.date(other.rateDate),
  };
  const title = fill(words.taxIn, { currency: other.currency });
  const amount = writing.amount(other.taxMinor, other.currency);
  return `${title}: ${amount} ${other.currency} (${fill(words.exchange, values)})`;
}

/** Everything between the last line and the terms of payment. */
export function sumBlocks(snapshot: TradeSnapshot, writing: Writing): Block[] {
  const below = [deductions(snapshot, writing), taxTable(snapshot, writing)].filter((each) => each !== null);
  const notes = [...reasons(snapshot, writing), taxCurrency(snapshot, writing)].filter(
    (each) => each !== null,
  );
  return [
    block(html`<div class="totals">${sumLines(sums(snapshot, writing))}</div>`),
    ...below.map((each) => block(html`<div class="beside">${each}</div>`)),
    ...notes.flatMap((note, index) => textBlock(note, index === 0 ? 'note apart' : 'note')),
  ];
}
