import type { OrderKind } from './states';

/** The number series that a kind of orders takes its numbers from. */
export const seriesOf = (kind: OrderKind) => (kind === 'sale' ? 'order' : 'return');
