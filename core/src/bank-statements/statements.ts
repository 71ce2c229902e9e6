import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import { isId } from '../platform/ids';
import { atMost, keyset, toPage, type Page, type SortKey } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { bankPolicy } from './policy';
import { ListStatementsInput, type BankStatementDto } from './schemas';
import { statementColumns, toStatement, type StatementRow } from './statement-rows';

const sortKeys: Readonly<Record<'createdAt', SortKey>> = {
  createdAt: { expression: sql`s.created_at`, type: 'timestamptz' },
};

/** One page of imported statements. */
export async function listBankStatements(
  ctx: Ctx,
  input: ListStatementsInput = {},
): Promise<Page<BankStatementDto>> {
  demand(ctx, bankPolicy.read);
  const { limit, cursor, sort } = parse(ListStatementsInput, input);
  const { after, order, value } = keyset(sortKeys, sql`s.id`, sort, cursor);
  const rows = await readOne<StatementRow & { sortValue: string }>(
    ctx,
    sql`select ${statementColumns}, ${value} as "sortValue" from bank_statements s
        where s.tenant_id = ${ctx.tenantId}::uuid and ${after} order by ${order} ${atMost(limit + 1)}`,
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  return { rows: page.rows.map(toStatement), nextCursor: page.nextCursor };
}

/** @throws AppError `not-found` */
export async function getBankStatement(ctx: Ctx, id: string): Promise<BankStatementDto> {
  demand(ctx, bankPolicy.read);
  if (!isId(id)) throw notFound('bank statement');
  const [row] = await readOne<StatementRow>(
    ctx,
    sql`select ${statementColumns} from bank_statements s
        where s.tenant_id = ${ctx.tenantId}::uuid and s.id = ${id}::uuid`,
  );
  if (!row) throw notFound('bank statement');
  return toStatement(row);
}
