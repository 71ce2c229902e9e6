import type { z } from 'zod';
import type { Ctx } from '../platform/context';
import type { CsvColumn } from '../platform/csv';
import type { Sql } from '../platform/db';
import type { Permission } from '../platform/permissions';

/** A list that can be taken away: the same filters, sorts and columns as on its screen. */
export interface ExportSource {
  resource: string;
  /** Needed to ask for the file and again to download it. */
  permission: Permission;
  filters: z.ZodType;
  sorts: readonly [string, ...string[]];
  columns: readonly CsvColumn[];
  /** Columns where none are named, in this order. */
  defaultColumns: readonly string[];
  /** FROM, WHERE and ORDER BY of the filters, as they stand in a URL, and the sort. */
  query(ctx: Ctx, filters: unknown, sort: string, timeZone: string): { from: Sql; where: Sql; order: Sql };
}
