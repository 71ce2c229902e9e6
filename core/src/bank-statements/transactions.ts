import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { join, raw, sql, type Sql } from '../platform/db';
import { conflict, notFound, parse, stale } from '../platform/errors';
import { isId } from '../platform/ids';
import { atMost, containsWords, keyset, toPage, type Page, type SortKey } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { bankPolicy } from './policy';
import { ListTransactionsInput, type BankTransactionDto, type TransactionFilters } from './schemas';
import type { TransactionState } from './states';

/** A movement as SQL gives it. */
export interface BankTransactionRow extends Omit<BankTransactionDto, 'amount'> {
  amountMinor: bigint;
  currency: string;
}

export const transactionColumns = raw(`
  t.id, t.statement_id as "statementId", t.account, t.day, t.value_day as "valueDay", t.amount_minor as "amountMinor",
  t.currency, t.counterparty_name as "counterpartyName", t.counterparty_account as "counterpartyAccount", t.remittance,
  t.creditor_reference as "creditorReference", t.end_to_end_id as "endToEndId", t.bank_reference as "bankReference",
  t.reversal, t.state, t.payment_id as "paymentId", t.version`);

export const toTransaction = ({ amountMinor, currency, ...row }: BankTransactionRow): BankTransactionDto => ({
  ...row,
  amount: { amount: amountMinor.toString(), currency },
});

const sortKeys: Readonly<Record<'day', SortKey>> = { day: { expression: sql`t.day`, type: 'date' } };

function conditions(ctx: Ctx, filters: TransactionFilters): Sql {
  const parts: Sql[] = [sql`t.tenant_id = ${ctx.tenantId}::uuid`];
  // Written out, so that the index of what is open can be used.
  if (filters.state) parts.push(raw(`t.state = '${filters.state}'`));
  if (filters.direction)
    parts.push(filters.direction === 'in' ? sql`t.amount_minor > 0` : sql`t.amount_minor < 0`);
  if (filters.statementId) parts.push(sql`t.statement_id = ${filters.statementId}::uuid`);
  if (filters.account !== undefined) parts.push(sql`t.account = ${filters.account}`);
  if (filters.currency) parts.push(sql`t.currency = ${filters.currency}`);
  if (filters.from) parts.push(sql`t.day >= ${filters.from}::date`);
  if (filters.to) parts.push(sql`t.day <= ${filters.to}::date`);
  if (filters.q) parts.push(containsWords(sql`t.search_text`, filters.q));
  return join(parts, ' and ');
}

/** One page of movements on the bank accounts. */
export async function listBankTransactions(
  ctx: Ctx,
  input: ListTransactionsInput = {},
): Promise<Page<BankTransactionDto>> {
  demand(ctx, bankPolicy.read);
  const { limit, cursor, sort, ...filters } = parse(ListTransactionsInput, input);
  const { after, order, value } = keyset(sortKeys, sql`t.id`, sort, cursor);
  const rows = await readOne<BankTransactionRow & { sortValue: string }>(
    ctx,
    sql`select ${transactionColumns}, ${value} as "sortValue" from bank_transactions t
        where ${conditions(ctx, filters)} and ${after} order by ${order} ${atMost(limit + 1)}`,
    'each-time',
  );
  const page = toPage(rows, limit, sort, (row) => row.sortValue);
  const dto = ({ sortValue: _, ...row }: BankTransactionRow & { sortValue: string }) => toTransaction(row);
  return { rows: page.rows.map(dto), nextCursor: page.nextCursor };
}

/** @throws AppError `not-found` */
export async function getBankTransaction(ctx: Ctx, id: string): Promise<BankTransactionDto> {
  demand(ctx, bankPolicy.read);
  if (!isId(id)) throw notFound('bank transaction');
  const [row] = await readOne<BankTransactionRow>(
    ctx,
    sql`select ${transactionColumns} from bank_transactions t
        where t.tenant_id = ${ctx.tenantId}::uuid and t.id = ${id}::uuid`,
  );
  if (!row) throw notFound('bank transaction');
  return toTransaction(row);
}

/** A movement, locked until the transaction ends. @throws AppError `not-found` */
export async function lockBankTransaction(ctx: TxCtx, id: string): Promise<BankTransactionRow> {
  if (!isId(id)) throw notFound('bank transaction');
  const [row] = await ctx.tx.query<BankTransactionRow>(sql`
    select ${transactionColumns} from bank_transactions t
    where t.tenant_id = ${ctx.tenantId}::uuid and t.id = ${id}::uuid for update`);
  if (!row) throw notFound('bank transaction');
  return row;
}

/** Step of a transaction that has locked the movement: says what has become of it. */
export async function setTransactionState(
  ctx: TxCtx,
  id: string,
  state: TransactionState,
  paymentId: string | null = null,
): Promise<void> {
  await ctx.tx.execute(sql`
    update bank_transactions set state = ${state}, payment_id = ${paymentId}::uuid, version = version + 1,
      updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
}

const nameOf = (row: BankTransactionRow) => row.counterpartyName || row.remittance.slice(0, 80) || row.day;

async function change(ctx: Ctx, id: string, to: 'ignored' | 'open', expectedVersion?: number) {
  demand(ctx, bankPolicy.write);
  return withTx(ctx, async (ctx) => {
    const before = await lockBankTransaction(ctx, id);
    if (before.state === to) return toTransaction(before);
    if (expectedVersion !== undefined && before.version !== expectedVersion) throw stale();
    if (before.state === 'matched') {
      throw conflict('This movement is a payment already; void that first.', 'transaction-matched');
    }
    await setTransactionState(ctx, id, to);
    await audit(ctx, {
      action: `bank-transaction.${to === 'open' ? 'reopen' : 'ignore'}`,
      entityType: 'bank-transaction',
      entityId: id,
      entityName: nameOf(before),
      changes: { state: { from: before.state, to } },
    });
    return toTransaction(await lockBankTransaction(ctx, id));
  });
}

/** Puts a movement aside that is no payment of a customer. @throws AppError `conflict` (`transaction-matched`), `stale` */
export const ignoreBankTransaction = (
  ctx: Ctx,
  id: string,
  expectedVersion?: number,
): Promise<BankTransactionDto> => change(ctx, id, 'ignored', expectedVersion);

/** Brings a movement back that was put aside. @throws AppError `conflict` (`transaction-matched`), `stale` */
export const reopenBankTransaction = (
  ctx: Ctx,
  id: string,
  expectedVersion?: number,
): Promise<BankTransactionDto> => change(ctx, id, 'open', expectedVersion);
