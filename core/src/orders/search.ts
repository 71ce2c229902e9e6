import type { Ctx } from '../platform/context';
import { readOne } from '../platform/tx';
import { orderPage, orderPageNear, orderPageOutOf, type OrderPage } from './list.sql';
import type { SummaryRow } from './rows';

/** How many orders the first two steps look at. Both take some 20 ms, also for a busy machine. */
export interface Steps {
  /** Looked through one by one, in the order of the list. */
  near: number;
  /** Fetched by the index and sorted. */
  few: number;
}

const usual: Steps = { near: 10_000, few: 5_000 };

/**
 * One page of a text search and one row more, in up to three steps. No plan is good for all words: an index finds
 * rare ones at once, but frequent ones only after it has collected every order that has them; walking along the
 * order of the list is the other way round; and how frequent a word is in this company nobody knows beforehand.
 */
export async function searchOrders(ctx: Ctx, page: OrderPage, steps = usual): Promise<SummaryRow[]> {
  const near = await readOne<SummaryRow>(ctx, orderPageNear(ctx, page, steps.near), 'each-time');
  if (near.length > page.limit) return near;
  const outOf = orderPageOutOf(ctx, page, steps.few + 1);
  const few = await readOne<SummaryRow & { found: number }>(ctx, outOf, 'each-time');
  if ((few[0]?.found ?? 0) <= steps.few) return few;
  return readOne<SummaryRow>(ctx, orderPage(ctx, page), 'along-index');
}
