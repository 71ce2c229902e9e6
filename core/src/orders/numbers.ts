import { sql } from '../platform/db';
import type { TxCtx } from '../platform/context';
import type { OrderKind } from './states';

const seriesOf = (kind: OrderKind) => (kind === 'sale' ? 'order' : 'return');

const pad = (value: bigint | string, width: number) => String(value).padStart(width, '0');

/** The period that a pattern counts in: its year, its month, or all time. */
export function periodOf(pattern: string, date: string): string {
  const [year = '', month = ''] = date.split('-');
  if (pattern.includes('{mm}')) return `${year}-${month}`;
  return /\{yy(yy)?\}/.test(pattern) ? year : '';
}

/** Fills a pattern such as `SO-{yy}-{00000}` for a date (YYYY-MM-DD) and a count. */
export function formatNumber(pattern: string, date: string, count: bigint): string {
  const [year = '', month = ''] = date.split('-');
  return pattern
    .replace('{yyyy}', year)
    .replace('{yy}', year.slice(-2))
    .replace('{mm}', month)
    .replace(/\{(0+)\}/, (_all, zeros: string) => pad(count, zeros.length));
}

/**
 * Takes the next numbers of the company's series. Waits for other transactions that take from the same series,
 * so call it as late as possible; from here on the transaction lets go of its locks as early as it can.
 * @param dates the local dates (YYYY-MM-DD) of the orders, one number for each, in this order
 */
export async function takeNumbers(
  ctx: TxCtx,
  kind: OrderKind,
  dates: readonly string[],
  pattern: string,
): Promise<string[]> {
  const series = seriesOf(kind);
  const wanted = new Map<string, number>();
  for (const date of dates) {
    const period = periodOf(pattern, date);
    wanted.set(period, (wanted.get(period) ?? 0) + 1);
  }
  ctx.tx.letGoEarly();
  const rows = JSON.stringify([...wanted].sort().map(([period, count]) => ({ period, count })));
  const taken = await ctx.tx.query<{ period: string; first: bigint }>(sql`
    insert into number_counters as c (tenant_id, kind, period, last_used)
    select ${ctx.tenantId}::uuid, ${series}, w.period, w.count
    from jsonb_to_recordset(${rows}::jsonb) as w(period text, count bigint) order by w.period
    on conflict (tenant_id, kind, period) do update set last_used = c.last_used + excluded.last_used
    returning period, last_used - (select w.count from jsonb_to_recordset(${rows}::jsonb)
      as w(period text, count bigint) where w.period = c.period) + 1 as first`);
  const next = new Map(taken.map((row) => [row.period, row.first]));
  return dates.map((date) => {
    const period = periodOf(pattern, date);
    const count = next.get(period) ?? 1n;
    next.set(period, count + 1n);
    return formatNumber(pattern, date, count);
  });
}

/** The pattern of the series that a kind of orders takes its numbers from. */
export async function patternOf(ctx: TxCtx, kind: OrderKind): Promise<string> {
  const series = seriesOf(kind);
  const [row] = await ctx.tx.query<{ pattern: string }>(
    sql`select pattern from number_series where tenant_id = ${ctx.tenantId}::uuid and kind = ${series}`,
  );
  if (!row) throw new Error(`the company has no number series ${series}`);
  return row.pattern;
}
