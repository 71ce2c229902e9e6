import type { Ctx } from '../context';

/** The work of all together; where that fails, of each by itself, so that one that fails keeps no other back. */
export async function togetherOrAlone<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<PromiseSettledResult<Result>[]> {
  try {
    const results = await work(items);
    return results.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (items.length <= 1) return items.map(() => ({ status: 'rejected', reason }));
  }
  const outcomes: PromiseSettledResult<Result>[] = [];
  for (const item of items) outcomes.push(...(await togetherOrAlone([item], work)));
  return outcomes;
}

interface Waiting<Item, Result> {
  ctx: Ctx;
  item: Item;
  settle: (outcome: PromiseSettledResult<Result> | undefined) => void;
}

/** Most that go together: a transaction stays short. */
const MOST = 50;

/**
 * Group commit: what is asked of a company while the same work is being done for it goes together afterwards, in one
 * transaction instead of one after the other (ADR 47). Nobody waits who is alone.
 */
export class GroupCommit<Item, Result> {
  private readonly queues = new Map<string, Waiting<Item, Result>[]>();

  /**
   * @param work does all of it in one transaction or, when it throws, nothing, and gives one result for each item. Its
   * context is that of the first who asks, and says only which company it is.
   */
  constructor(private readonly work: (ctx: Ctx, items: readonly Item[]) => Promise<readonly Result[]>) {}

  /** The result of this item; throws what its work has thrown. */
  async do(ctx: Ctx, item: Item): Promise<Awaited<Result>> {
    const outcome = await new Promise<PromiseSettledResult<Result> | undefined>((settle) => {
      const waiting = { ctx, item, settle };
      const queue = this.queues.get(ctx.tenantId);
      if (queue) queue.push(waiting);
      else void this.serve(ctx, [waiting]);
    });
    if (outcome?.status === 'fulfilled') return await outcome.value;
    throw outcome?.reason ?? new Error('a group has left out one of its items');
  }

  private async serve(ctx: Ctx, queue: Waiting<Item, Result>[]): Promise<void> {
    this.queues.set(ctx.tenantId, queue);
    while (queue.length > 0) {
      const group = queue.splice(0, MOST);
      const items = group.map(({ item }) => item);
      const outcomes = await togetherOrAlone(items, (some) => this.work(group[0]?.ctx ?? ctx, some));
      group.forEach(({ settle }, index) => settle(outcomes[index]));
    }
    this.queues.delete(ctx.tenantId);
  }
}
