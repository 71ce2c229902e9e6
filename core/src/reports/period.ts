import type { Ctx } from '../platform/context';
import { invalid } from '../platform/errors';
import { localDate } from '../platform/time';
import { getTenant } from '../tenants';

/** The company's today, YYYY-MM-DD. */
export async function todayOf(ctx: Ctx): Promise<string> {
  return localDate(ctx.clock(), (await getTenant(ctx)).timeZone);
}

/**
 * The days of a report: those that are given, else from the first of the year or month to today.
 * @throws AppError `invalid` for a period that ends before it begins
 */
export async function periodOf(
  ctx: Ctx,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  since: 'year' | 'month',
): Promise<{ from: string; to: string }> {
  const today = await todayOf(ctx);
  const last = to ?? today;
  const first = from ?? (since === 'year' ? `${last.slice(0, 4)}-01-01` : `${last.slice(0, 7)}-01`);
  if (first > last) throw invalid('to', 'last-before-first');
  return { from: first, to: last };
}
