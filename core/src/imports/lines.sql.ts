import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import type { Segment } from './segments';

export interface StagedSegment {
  group: number;
  /** Its first line in the file. */
  line: number;
  segment: Segment;
}

/** Writes segments in one statement. COPY cannot be used: row-level security forbids it. */
export async function insertSegments(
  ctx: TxCtx,
  importId: string,
  staged: readonly StagedSegment[],
): Promise<void> {
  const rows = staged.map(({ group, line, segment }) => [
    group,
    line,
    [segment.head, segment.lines, segment.problems],
  ]);
  await ctx.tx.execute(sql`
    insert into import_lines (tenant_id, import_id, group_no, line_no, fields)
    select ${ctx.tenantId}::uuid, ${importId}::uuid, (r->>0)::int, (r->>1)::int, r->2
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r`);
}

export interface Group {
  number: number;
  segments: Segment[];
}

type Fields = [Segment['head'], Segment['lines'], Segment['problems']];

/** The orders after `after`, at most `limit` of them, each with its lines in the order of the file. */
export async function readGroups(ctx: Ctx, importId: string, after: number, limit: number): Promise<Group[]> {
  const rows = await readOne<{ group: number; fields: string }>(
    ctx,
    sql`select group_no as "group", fields::text as fields from import_lines
        where tenant_id = ${ctx.tenantId}::uuid and import_id = ${importId}::uuid
          and group_no > ${after}::int and group_no <= ${after + limit}::int
        order by group_no, line_no`,
  );
  const groups: Group[] = [];
  for (const { group, fields } of rows) {
    const [head, lines, problems] = JSON.parse(fields) as Fields;
    let last = groups.at(-1);
    if (last?.number !== group) groups.push((last = { number: group, segments: [] }));
    last.segments.push({ head, lines, problems });
  }
  return groups;
}

/** Whether the lines are there: a crash of Postgres empties the table. */
export async function isStaged(ctx: Ctx, importId: string): Promise<boolean> {
  const rows = await readOne(
    ctx,
    sql`select 1 from import_lines
        where tenant_id = ${ctx.tenantId}::uuid and import_id = ${importId}::uuid limit 1`,
  );
  return rows.length > 0;
}

/** The first name that the file gives to each article which it also lists without one, by SKU. */
export async function readTitles(ctx: Ctx, importId: string): Promise<Map<string, string>> {
  const rows = await readOne<{ sku: string; title: string }>(
    ctx,
    sql`with lines as materialized (
          select l->>1 as sku, l->>2 as title, (l->>0)::int as line
          from import_lines s, jsonb_array_elements(s.fields->1) l
          where s.tenant_id = ${ctx.tenantId}::uuid and s.import_id = ${importId}::uuid)
        select distinct on (sku) sku, title from lines
        where title is not null and sku in (select sku from lines where title is null and sku is not null)
        order by sku, line`,
  );
  return new Map(rows.map(({ sku, title }) => [sku, title]));
}
