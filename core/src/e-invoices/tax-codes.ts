import type { TradeSnapshot } from '../documents/schemas';

/** The tax categories that a document has anywhere. */
export const taxCodesOf = ({ items, adjustments, taxGroups }: TradeSnapshot): ReadonlySet<string> =>
  new Set(
    [...items, ...adjustments.flatMap(({ shares }) => shares), ...taxGroups].map(({ taxCode }) => taxCode),
  );

/** Whether no tax identifiers may be told at all (BR-O-02). */
export const isOutsideScope = (snapshot: TradeSnapshot): boolean => taxCodesOf(snapshot).has('O');
