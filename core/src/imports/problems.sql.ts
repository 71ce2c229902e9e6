import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import type { ImportProblem } from './problems';

/** Writes why lines were not imported. */
export async function insertProblems(
  ctx: TxCtx,
  importId: string,
  problems: readonly ImportProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await ctx.tx.execute(sql`
    insert into import_problems (tenant_id, import_id, line_no, code, "column", value)
    select ${ctx.tenantId}::uuid, ${importId}::uuid, r.line, r.code, r."column", r.value
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) as r(line int, code text, "column" text, value text)
    on conflict do nothing`);
}
