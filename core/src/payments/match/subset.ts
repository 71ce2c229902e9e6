const MOST_STEPS = 20_000;

/**
 * Items whose amounts add up to `target`, at most `most` of them and at most two ways, those with the first items first.
 * Gives up after so many steps that a busy customer does not hold up the list.
 */
export function addingUp<Item>(
  items: readonly Item[],
  amountOf: (item: Item) => bigint,
  target: bigint,
  most = 6,
): Item[][] {
  const found: Item[][] = [];
  let steps = 0;
  const chosen: Item[] = [];
  const search = (from: number, rest: bigint): void => {
    if (rest === 0n && chosen.length > 0) {
      found.push([...chosen]);
      return;
    }
    if (chosen.length === most) return;
    for (let index = from; index < items.length && found.length < 2; index += 1) {
      if ((steps += 1) > MOST_STEPS) return;
      const item = items[index];
      if (item === undefined || amountOf(item) > rest) continue;
      chosen.push(item);
      search(index + 1, rest - amountOf(item));
      chosen.pop();
    }
  };
  // All that is open is what most who pay more than one document pay.
  const all = items.reduce((sum, item) => sum + amountOf(item), 0n);
  if (items.length > most && all === target) found.push([...items]);
  search(0, target);
  return found.slice(0, 2);
}
