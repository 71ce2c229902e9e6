import type { DueRow } from './due.sql';
import type { ProposedInvoice, ReminderProposalDto } from './schemas';

/** A letter to be: one customer, one currency, either late invoices or ones that are not yet due. */
export interface Letter {
  customerId: string;
  customerName: string;
  emails: string[];
  currency: string;
  kind: 'late' | 'note';
  rows: DueRow[];
  level: Pick<DueRow, 'levelId' | 'levelName' | 'levelDays' | 'levelFee'>;
  feeMinor: bigint;
  totalMinor: bigint;
}

const kindOf = (row: DueRow): Letter['kind'] => (row.levelDays < 0 ? 'note' : 'late');

/**
 * Puts everything that a customer is to be reminded of into one letter a currency; what is not yet due goes apart from
 * what is late. The highest level gives the letter its words and its fee: once a letter, and only in the company's
 * own currency, since fees are set in it.
 * @param rows of any customers, those of one customer beside each other
 */
export function lettersOf(rows: readonly DueRow[], companyCurrency: string): Letter[] {
  const groups = new Map<string, DueRow[]>();
  for (const row of rows) {
    const key = `${row.customerId} ${row.currency} ${kindOf(row)}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => letterOf(group, companyCurrency));
}

function letterOf(rows: DueRow[], companyCurrency: string): Letter {
  const level = rows.reduce((high, row) => (row.levelDays > high.levelDays ? row : high));
  const feeMinor = level.currency === companyCurrency ? level.levelFee : 0n;
  return {
    customerId: level.customerId,
    customerName: level.customerName,
    emails: level.emails,
    currency: level.currency,
    kind: kindOf(level),
    rows,
    level,
    feeMinor,
    totalMinor: rows.reduce((sum, row) => sum + row.open, feeMinor),
  };
}

const toInvoice = (row: DueRow): ProposedInvoice => ({
  id: row.invoiceId,
  number: row.number,
  issueDate: row.issueDate,
  dueDate: row.dueDate,
  daysLate: row.daysLate,
  total: { amount: row.payable.toString(), currency: row.currency },
  open: { amount: row.open.toString(), currency: row.currency },
  levelId: row.levelId,
  levelName: row.levelName,
});

export const toProposal = (letter: Letter): ReminderProposalDto => ({
  customer: { id: letter.customerId, name: letter.customerName },
  currency: letter.currency,
  kind: letter.kind,
  level: { id: letter.level.levelId, name: letter.level.levelName, days: letter.level.levelDays },
  delivery: letter.emails.length > 0 ? 'mail' : 'print',
  emails: letter.emails.slice(0, 1),
  invoices: letter.rows.map(toInvoice),
  fee: { amount: letter.feeMinor.toString(), currency: letter.currency },
  total: { amount: letter.totalMinor.toString(), currency: letter.currency },
});
