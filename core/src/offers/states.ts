export const offerStates = [
  'draft',
  'sent',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'superseded',
] as const;
export type OfferState = (typeof offerStates)[number];

export const offerMoves = ['send', 'accept', 'decline', 'expire', 'withdraw', 'supersede', 'delete'] as const;
export type OfferMove = (typeof offerMoves)[number];

interface Transition {
  move: OfferMove;
  from: readonly OfferState[];
  to: OfferState | null;
}

/** Every change of an offer's state. What is not here is refused; the database keeps sent offers as they are, too. */
export const transitions: readonly Transition[] = [
  { move: 'send', from: ['draft'], to: 'sent' },
  { move: 'delete', from: ['draft'], to: null },
  { move: 'accept', from: ['sent'], to: 'accepted' },
  { move: 'decline', from: ['sent'], to: 'declined' },
  { move: 'expire', from: ['sent'], to: 'expired' },
  { move: 'withdraw', from: ['sent'], to: 'withdrawn' },
  { move: 'supersede', from: ['sent', 'declined', 'expired', 'withdrawn'], to: 'superseded' },
];

export const canMove = (state: OfferState, move: OfferMove): boolean =>
  transitions.some((each) => each.move === move && each.from.includes(state));

/** A sent offer that was not accepted can be replaced by a new version. */
export const isRevisable = (state: OfferState): boolean => canMove(state, 'supersede');

/**
 * The state on a local date (YYYY-MM-DD) of the company: an offer expires with the end of its last day, also where
 * nothing has recorded it yet.
 */
export const stateOn = (
  { state, validUntil }: { state: OfferState; validUntil: string | null },
  today: string,
): OfferState => (state === 'sent' && validUntil !== null && validUntil < today ? 'expired' : state);
