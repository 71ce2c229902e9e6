import { hash } from 'node:crypto';
import { MAX_ITEMS, type OrderKind } from '../orders';
import { zonedToUtc } from '../platform/time';
import type { Group } from './lines.sql';
import type { ImportProblem, ImportProblemCode } from './problems';
import type { SegmentHead, SegmentLine } from './segments';

/** A customer as the file names it; `number` is what it is known by. */
export type DraftCustomer = SegmentHead['customer'] & { number: string };

/** An order of the file that can be understood; whether it can be taken is another question. */
export interface OrderDraft {
  number: string;
  kind: OrderKind;
  placedAt: Date;
  currency: string;
  customer: DraftCustomer | null;
  lines: SegmentLine[];
  fingerprint: string;
}

export interface DraftRules {
  timeZone: string;
  /** Where the file names none. */
  currency: string;
  returnPrefix: string;
  /** Without a column of numbers, customers are known by e-mail or name. */
  hasCustomerNumbers: boolean;
}

type Marked = Map<number, Omit<ImportProblem, 'line'>>;

const withOffset = /^(\S+) (\S{8})(Z|[+-]\d\d:\d\d)$/;

/** @throws RangeError for a text that is no time */
export function instantOf(placedAt: string, timeZone: string): Date {
  const match = withOffset.exec(placedAt);
  return match ? new Date(`${match[1]}T${match[2]}${match[3]}`) : zonedToUtc(placedAt, timeZone);
}

function customerOf(heads: readonly SegmentHead[], rules: DraftRules): DraftCustomer | null {
  const first = <Key extends keyof SegmentHead['customer']>(key: Key) =>
    heads.find((head) => head.customer[key] !== null)?.customer[key] ?? null;
  const name = first('name');
  const email = first('email');
  const number = rules.hasCustomerNumbers ? first('number') : (email ?? name)?.slice(0, 80);
  if (!number) return null;
  return { number, name, email, phone: first('phone'), country: first('country') };
}

/**
 * What an order says, as a short text: the same for the same content, wherever its lines stand in the file and
 * however its numbers are written there.
 */
export function fingerprintOf(draft: Omit<OrderDraft, 'fingerprint' | 'kind'>): string {
  const lines = draft.lines.map((line) => line.slice(1).join('\u001f')).sort();
  const content = [
    draft.number,
    draft.placedAt.toISOString(),
    draft.currency,
    draft.customer?.number ?? null,
    lines,
  ];
  return hash('sha256', JSON.stringify(content), 'base64url');
}

function markLines(group: Group, kind: OrderKind, currency: string): Marked {
  const marked: Marked = new Map();
  const mark = (line: number, code: ImportProblemCode, column: string | null, value: string | null) =>
    marked.set(line, { code, column, value });
  let count = 0;
  for (const { head, lines, problems } of group.segments) {
    for (const [line, code, column, value] of problems) mark(line, code as ImportProblemCode, column, value);
    for (const [line, , , quantity] of lines) {
      count += 1;
      if (quantity === '0') mark(line, 'zero-quantity', 'quantity', quantity);
      else if (kind === 'return' && !quantity.startsWith('-'))
        mark(line, 'positive-return', 'quantity', quantity);
      else if ((head?.currency ?? currency) !== currency)
        mark(line, 'mixed-currencies', 'currency', head?.currency ?? null);
      else if (count > MAX_ITEMS) mark(line, 'too-many-lines', null, null);
    }
  }
  return marked;
}

/** Every line of an order that is not imported: with its own reason, or that of the order. */
export function rejectAll(
  group: Group,
  marked: ReadonlyMap<number, Omit<ImportProblem, 'line'>>,
  otherwise: ImportProblemCode,
): ImportProblem[] {
  const number = group.segments.find(({ head }) => head)?.head?.number ?? null;
  const rest = { code: otherwise, column: 'orderNumber', value: number };
  const lines = group.segments.flatMap(({ lines, problems }) => [
    ...lines.map(([line]) => line),
    ...problems.map(([line]) => line),
  ]);
  return lines.sort((a, b) => a - b).map((line) => ({ line, ...(marked.get(line) ?? rest) }));
}

/** Makes the lines of one order number an order, or says what is wrong with each of them. */
export function draftOf(
  group: Group,
  rules: DraftRules,
): { draft: OrderDraft; problems?: undefined } | { draft?: undefined; problems: ImportProblem[] } {
  const heads = group.segments.flatMap(({ head }) => head ?? []);
  const [first] = heads;
  const number = first?.number ?? '';
  const kind = rules.returnPrefix !== '' && number.startsWith(rules.returnPrefix) ? 'return' : 'sale';
  const currency = first?.currency ?? rules.currency;
  const marked = markLines(group, kind, currency);
  if (!first || marked.size > 0) return { problems: rejectAll(group, marked, 'other-line') };
  const content = {
    number,
    placedAt: instantOf(first.placedAt, rules.timeZone),
    currency,
    customer: customerOf(heads, rules),
    lines: group.segments.flatMap(({ lines }) => lines),
  };
  return { draft: { ...content, kind, fingerprint: fingerprintOf(content) } };
}
