export const invoiceKinds = ['invoice', 'deposit', 'credit_note'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceStates = ['draft', 'issued', 'voided'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** Follows from what has been allocated (rules.md 5); of credit notes, what has been used up of them. */
export const paymentStates = ['open', 'partly_paid', 'paid', 'overpaid'] as const;
export type PaymentState = (typeof paymentStates)[number];

export type InvoiceMove = 'issue' | 'void' | 'delete';

interface Transition {
  move: InvoiceMove;
  from: InvoiceState;
  to: InvoiceState | null;
}

/** Every change of a document's state (rules.md 4). What is not here is refused, in the database too. */
export const transitions: readonly Transition[] = [
  { move: 'issue', from: 'draft', to: 'issued' },
  { move: 'delete', from: 'draft', to: null },
  { move: 'void', from: 'issued', to: 'voided' },
];

export const canMove = (state: InvoiceState, move: InvoiceMove): boolean =>
  transitions.some((each) => each.move === move && each.from === state);

interface Owed {
  state: InvoiceState;
  kind: InvoiceKind;
  paymentState: PaymentState | null;
  dueDate: string | null;
}

/** Whether money is late, on a local date (YYYY-MM-DD) of the company. */
export const isOverdue = ({ state, kind, paymentState, dueDate }: Owed, today: string): boolean =>
  state === 'issued' &&
  kind !== 'credit_note' &&
  (paymentState === 'open' || paymentState === 'partly_paid') &&
  dueDate !== null &&
  dueDate < today;
