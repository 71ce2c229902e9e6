import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { formatMinor } from '../platform/money';
import { demand } from '../platform/permissions';
import { searchText } from '../platform/search';
import { withTx } from '../platform/tx';
import { dedupeKeys } from './dedupe';
import type { ParsedFile, ParsedTransaction } from './parse/statement';
import { bankPolicy } from './policy';
import { accountWith, readBankFile, type ReadBankFile } from './read-file';
import { BankFileInput, type BankFilePreviewDto, type BankImportDto, type BankStatementDto } from './schemas';
import {
  addsUp,
  previewOf,
  statementColumns,
  toParsedTransaction,
  toStatement,
  type StatementRow,
} from './statement-rows';

const PREVIEW_ROWS = 8;

const statementsOf = async (ctx: TxCtx, sha256: string): Promise<BankStatementDto[]> => {
  const rows = await ctx.tx.query<StatementRow>(sql`
    select ${statementColumns} from bank_statements s
    where s.tenant_id = ${ctx.tenantId}::uuid and s.sha256 = ${sha256} order by s.position`);
  return rows.map(toStatement);
};

/** Keys of all movements, statement by statement; equal ones are counted through all of an account's statements. */
function keysOf({ statements }: ParsedFile): string[][] {
  const byAccount = new Map<string, ParsedTransaction[]>();
  for (const { account, transactions } of statements) {
    byAccount.set(account, [...(byAccount.get(account) ?? []), ...transactions]);
  }
  const keys = new Map([...byAccount].map(([account, all]) => [account, dedupeKeys(all)]));
  return statements.map(
    ({ account, transactions }) => keys.get(account)?.splice(0, transactions.length) ?? [],
  );
}

/** The keys of an account that earlier files had. */
async function knownKeys(ctx: TxCtx, account: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.tx.query<{ key: string }>(sql`
    select dedupe_key as key from bank_transactions
    where tenant_id = ${ctx.tenantId}::uuid and account = ${account} and dedupe_key = any(${keys}::text[])`);
  return new Set(rows.map(({ key }) => key));
}

const needMapping = () => invalid('mapping', 'bank-mapping-needed', { reason: 'bank-mapping-needed' });

/**
 * Reads a file of a bank and changes nothing: what it holds, what of it is new and, of a table, how its columns are
 * understood.
 * @throws AppError `invalid` or `too-large` (`bank-file-…`) saying what is wrong with the file
 */
export async function previewBankFile(ctx: Ctx, input: BankFileInput): Promise<BankFilePreviewDto> {
  demand(ctx, bankPolicy.write);
  const { content, ...given } = parse(BankFileInput, input);
  return withTx(ctx, async (ctx) => {
    const { parsed, table, account, accounts, sha256 } = await readBankFile(ctx, content, given);
    const earlier = await statementsOf(ctx, sha256);
    const keys = parsed ? keysOf(parsed) : [];
    const statements: BankStatementDto[] = [];
    for (const [index, statement] of (parsed?.statements ?? []).entries()) {
      const own = keys[index] ?? [];
      const known = await knownKeys(ctx, statement.account, own);
      const file = { fileName: given.fileName, format: parsed?.format ?? 'csv', accounts };
      statements.push(previewOf(statement, file, own.filter((key) => !known.has(key)).length));
    }
    const all = parsed?.statements.flatMap((statement) => statement.transactions) ?? [];
    return {
      table: table
        ? {
            header: table.inspection.header,
            sample: table.inspection.sample.slice(0, PREVIEW_ROWS),
            mapping: table.mapping,
            remembered: table.remembered,
            bankAccountId: account?.id ?? null,
          }
        : null,
      statements,
      transactions: all.slice(0, PREVIEW_ROWS).map(toParsedTransaction),
      alreadyImported: earlier.length > 0,
    };
  });
}

const rowOf = (each: ParsedTransaction, key: string, position: number) => ({
  ...each,
  id: newId(),
  position,
  amountMinor: each.amountMinor.toString(),
  key,
  searchText: searchText([
    each.counterpartyName,
    each.remittance,
    each.counterpartyAccount,
    each.creditorReference,
    each.endToEndId,
    formatMinor(each.amountMinor, each.currency),
  ]),
});

async function insertTransactions(
  ctx: TxCtx,
  statementId: string,
  account: string,
  rows: readonly ReturnType<typeof rowOf>[],
): Promise<void> {
  const now = ctx.clock();
  await ctx.tx.execute(sql`
    insert into bank_transactions (id, tenant_id, statement_id, position, account, day, value_day, amount_minor,
      currency, counterparty_name, counterparty_account, remittance, creditor_reference, end_to_end_id,
      bank_reference, reversal, dedupe_key, search_text, created_at, updated_at)
    select r.id, ${ctx.tenantId}::uuid, ${statementId}::uuid, r.position, ${account}, r.day, r."valueDay",
      r."amountMinor", r.currency, r."counterpartyName", r."counterpartyAccount", r.remittance, r."creditorReference",
      r."endToEndId", r."bankReference", r.reversal, r.key, r."searchText", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, position int, day date, "valueDay" date,
      "amountMinor" bigint, currency text, "counterpartyName" text, "counterpartyAccount" text, remittance text,
      "creditorReference" text, "endToEndId" text, "bankReference" text, reversal boolean, key text,
      "searchText" text)`);
}

interface File extends ReadBankFile {
  fileName: string;
  parsed: ParsedFile;
}

async function keepStatement(ctx: TxCtx, file: File, position: number, keys: readonly string[]) {
  const statement = file.parsed.statements[position];
  if (!statement) throw new RangeError('no such statement');
  const known = await knownKeys(ctx, statement.account, keys);
  const fresh = statement.transactions.flatMap((each, index) => {
    const key = keys[index] ?? '';
    return known.has(key) ? [] : [rowOf(each, key, index)];
  });
  const account = file.account ?? accountWith(file.accounts, statement.account);
  const id = newId();
  const [row] = await ctx.tx.query<StatementRow>(sql`
    insert into bank_statements as s (id, tenant_id, sha256, position, file_name, format, account, bank_account_id,
      reference, currency, from_day, to_day, opening_minor, closing_minor, transaction_count, new_count, created_by,
      created_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${file.sha256}, ${position}, ${file.fileName}, ${file.parsed.format},
      ${statement.account}, ${account?.id ?? null}::uuid, ${statement.reference}, ${statement.currency},
      ${statement.fromDay}::date, ${statement.toDay}::date, ${statement.openingMinor?.toString() ?? null}::bigint,
      ${statement.closingMinor?.toString() ?? null}::bigint, ${statement.transactions.length}, ${fresh.length},
      ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()})
    returning ${statementColumns}`);
  if (!row) throw new Error('the statement was not kept');
  await insertTransactions(ctx, id, statement.account, fresh);
  await audit(ctx, {
    action: 'bank-statement.import',
    entityType: 'bank-statement',
    entityId: id,
    entityName: file.fileName,
    changes: { account: { to: statement.account }, newCount: { to: fresh.length } },
  });
  return { ...toStatement(row), incomplete: !addsUp(statement) };
}

async function rememberMapping(ctx: TxCtx, { table, account }: ReadBankFile): Promise<void> {
  if (!table?.mapping) return;
  await ctx.tx.execute(sql`
    insert into bank_csv_mappings (tenant_id, signature, mapping, bank_account_id, updated_at)
    values (${ctx.tenantId}::uuid, ${table.signature}, ${JSON.stringify(table.mapping)}::jsonb,
      ${account?.id ?? null}::uuid, ${ctx.clock()})
    on conflict (tenant_id, signature) do update set mapping = excluded.mapping,
      bank_account_id = excluded.bank_account_id, updated_at = excluded.updated_at`);
}

/**
 * Keeps the statements and movements of a bank's file. The same file twice changes nothing, and of overlapping files
 * each movement is kept once. A table needs a mapping: the given one, or the one given for the same columns before.
 * @throws AppError `invalid` or `too-large` (`bank-file-…`, `bank-mapping-needed`); nothing is kept then
 */
export async function importBankFile(ctx: Ctx, input: BankFileInput): Promise<BankImportDto> {
  demand(ctx, bankPolicy.write);
  const { content, ...given } = parse(BankFileInput, input);
  return withTx(ctx, async (ctx) => {
    const read = await readBankFile(ctx, content, given);
    const { parsed } = read;
    if (!parsed || (read.table && !given.mapping && !read.table.remembered)) throw needMapping();
    // One file at a time in a company: what is new is counted before it is kept.
    await ctx.tx.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`bank ${ctx.tenantId}`}, 0))::text`,
    );
    const earlier = await statementsOf(ctx, read.sha256);
    if (earlier.length > 0) return { statements: earlier, alreadyImported: true, newCount: 0 };
    const statements: BankStatementDto[] = [];
    for (const [position, keys] of keysOf(parsed).entries()) {
      statements.push(
        await keepStatement(ctx, { ...read, parsed, fileName: given.fileName }, position, keys),
      );
    }
    await rememberMapping(ctx, read);
    const newCount = statements.reduce((sum, each) => sum + each.newCount, 0);
    return { statements, alreadyImported: false, newCount };
  });
}
