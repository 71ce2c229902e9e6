import { ownText } from './reader/own-text';

/**
 * Numbers the orders of a file in the order in which they first appear, so that rows of one order belong together
 * wherever they stand. Keeps one entry for each order.
 */
export class Groups {
  private readonly known = new Map<string, number>();
  count = 0;

  /** The group of an order number; rows without one are on their own. */
  of(number: string): number {
    if (number === '') return ++this.count;
    const known = this.known.get(number);
    if (known !== undefined) return known;
    this.known.set(ownText(number), ++this.count);
    return this.count;
  }
}
