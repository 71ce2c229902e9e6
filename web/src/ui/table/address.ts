import type { SearchParams } from './types';

/** The query of a page as text, in its own order, without parameters that are named. */
export function queryText(search: SearchParams, without: readonly string[] = []): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || without.includes(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, one);
  }
  return query;
}

const fieldOf = (sort: string): string => sort.replace(/^-/, '');

/** How a column that sorts by `field` stands under the current sort. */
export function sortDirection(current: string, field: string): 'ascending' | 'descending' | undefined {
  if (fieldOf(current) !== fieldOf(field)) return undefined;
  return current.startsWith('-') ? 'descending' : 'ascending';
}

/** The address of the same list sorted by `field`, or the other way round where it is already. */
export function sortAddress(search: SearchParams, current: string, field: string): string {
  const direction = sortDirection(current, field);
  const next = direction === undefined ? field : (direction === 'ascending' ? '-' : '') + fieldOf(field);
  const query = queryText(search, ['sort', 'cursor']);
  query.set('sort', next);
  return `?${query.toString()}`;
}

/** The columns to show: those that the address names, in its order, or the standard ones. */
export function pickColumns<C extends { key: string }>(
  all: readonly C[],
  named: string | string[] | undefined,
  standard: readonly string[],
): C[] {
  const pick = (keys: readonly string[]) =>
    keys.map((key) => all.find((column) => column.key === key)).filter((column) => column !== undefined);
  const wanted = typeof named === 'string' ? pick([...new Set(named.split(','))]) : [];
  return wanted.length > 0 ? wanted : pick(standard);
}
