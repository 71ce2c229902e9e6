export const orderKinds = ['sale', 'return'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderStatuses = [
  'draft',
  'placed',
  'partly_fulfilled',
  'fulfilled',
  'closed',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export type OrderMove = 'place' | 'fulfil' | 'close' | 'cancel';

interface Transition {
  move: OrderMove;
  from: readonly OrderStatus[];
  /** The status after the move; fulfilling decides by what is left to deliver. */
  to: OrderStatus | 'by-quantity';
}

/** Every change of an order's status (rules.md 6). What is not here is refused. */
export const transitions: readonly Transition[] = [
  { move: 'place', from: ['draft'], to: 'placed' },
  { move: 'fulfil', from: ['placed', 'partly_fulfilled'], to: 'by-quantity' },
  { move: 'close', from: ['partly_fulfilled', 'fulfilled'], to: 'closed' },
  { move: 'cancel', from: ['draft', 'placed'], to: 'cancelled' },
];

export const canMove = (status: OrderStatus, move: OrderMove): boolean =>
  transitions.some((transition) => transition.move === move && transition.from.includes(status));

/** The status that a move leads to. `fulfil` needs to know whether everything has been delivered. */
export function statusAfter(status: OrderStatus, move: OrderMove, complete = false): OrderStatus | undefined {
  const found = transitions.find((each) => each.move === move && each.from.includes(status));
  if (found?.to === 'by-quantity') return complete ? 'fulfilled' : 'partly_fulfilled';
  return found?.to;
}

/** Lines, customer and prices may change until something has been delivered. */
export const isEditable = (status: OrderStatus): boolean => status === 'draft' || status === 'placed';

/** Drafts and cancelled orders are no revenue. */
export const countsAsRevenue = (status: OrderStatus): boolean => status !== 'draft' && status !== 'cancelled';

export const revenueStatuses: readonly OrderStatus[] = orderStatuses.filter(countsAsRevenue);

/** What the list shows as open: something is still to be done. */
export const openStatuses: readonly OrderStatus[] = ['draft', 'placed', 'partly_fulfilled'];
