export const paymentDirections = ['in', 'out'] as const;
/** `in`: received; `out`: given back. */
export type PaymentDirection = (typeof paymentDirections)[number];

export const paymentMethods = ['bank_transfer', 'cash', 'card', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Why a difference is let go. */
export const writeOffKinds = ['cash_discount', 'bank_fee', 'underpayment', 'bad_debt', 'other'] as const;
export type WriteOffKind = (typeof writeOffKinds)[number];

/** What is kept as the reason of a written-off difference: its kind, and what a person added. */
export const writeOffReason = (kind: WriteOffKind, note: string): string =>
  note ? `${kind}: ${note}` : kind;

/** The kind and the note out of what `writeOffReason` made; undefined for any other text. */
export function readWriteOff(reason: string): { kind: WriteOffKind; note: string } | undefined {
  const [, word = '', note = ''] = /^([a-z_]+)(?:: ([\s\S]*))?$/.exec(reason) ?? [];
  const kind = writeOffKinds.find((each) => each === word);
  return kind && { kind, note };
}

export const matchConfidences = ['sure', 'likely', 'possible'] as const;
/** `sure`: the document is named and the amount is exactly what is open of it. */
export type MatchConfidence = (typeof matchConfidences)[number];

export const matchReasons = [
  'number',
  'creditor-reference',
  'order-reference',
  'amount',
  'amount-sum',
  'name',
  'account-seen',
  'credit-note',
  'part-payment',
  'over-payment',
] as const;
export type MatchReason = (typeof matchReasons)[number];
