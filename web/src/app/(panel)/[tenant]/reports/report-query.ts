import { CurrencyCode } from '@countinghouse/core/platform/money';
import { isDate } from '@countinghouse/core/platform/time';
import { revenueBy, type RevenueBy } from '@countinghouse/core/reports/schemas';
import type { SearchParams } from '../../../../ui/table/types';

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

const date = (value: string | string[] | undefined) => {
  const text = one(value);
  return text && isDate(text) ? text : undefined;
};

/** The days of a report out of its address; what does not fit is left out. */
export function periodFrom(search: SearchParams): { from?: string; to?: string } {
  const [from, to] = [date(search['from']), date(search['to'])];
  if (from && to && from > to) return {};
  return { ...(from && { from }), ...(to && { to }) };
}

export const dayFrom = (search: SearchParams): string | undefined => date(search['day']);

export const currencyFrom = (search: SearchParams): string | undefined =>
  CurrencyCode.safeParse(one(search['currency'])).data;

export const cursorFrom = (search: SearchParams): string | undefined => one(search['cursor']);

export const byFrom = (search: SearchParams): RevenueBy =>
  revenueBy.find((by) => by === one(search['by'])) ?? 'month';

/** An address with what is not empty. */
export function address(path: string, params: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}
