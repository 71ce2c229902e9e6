import type { z } from 'zod';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A list's address, read. */
export interface ListQuery<Sort extends string> {
  /** Filters as they stand in the address and as the export takes them. */
  filters: Record<string, string>;
  sort: Sort;
  cursor: string | undefined;
  columns: string | undefined;
}

/**
 * Reads the address of a list. What does not fit is left out: an old link still shows a list.
 * @param sorts the standard one first
 */
export function readListQuery<Sort extends string>(
  search: SearchParams,
  filters: z.ZodObject,
  [standard, ...others]: readonly [Sort, ...Sort[]],
): ListQuery<Sort> {
  const read: Record<string, string> = {};
  for (const name of Object.keys(filters.shape)) {
    const value = one(search[name])?.trim();
    if (value && filters.safeParse({ [name]: value }).success) read[name] = value;
  }
  const sort = others.find((each) => each === one(search['sort'])) ?? standard;
  return { filters: read, sort, cursor: one(search['cursor']), columns: one(search['columns']) };
}

/** The query as the list's verb takes it; the verb checks it again. */
export const listInput = <Input extends object>({ filters, sort, cursor }: ListQuery<string>): Input =>
  ({ ...filters, sort, limit: PAGE_ROWS, ...(cursor && { cursor }) }) as unknown as Input;
