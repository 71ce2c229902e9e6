import type { BankAccountDto } from '../company';
import { raw } from '../platform/db';
import { accountWith } from './read-file';
import type { BankFormat, ParsedStatement, ParsedTransaction } from './parse/statement';
import type { BankStatementDto, ParsedTransactionDto } from './schemas';

export interface StatementRow {
  id: string;
  fileName: string;
  format: BankFormat;
  account: string;
  bankAccountId: string | null;
  reference: string | null;
  currency: string;
  fromDay: string | null;
  toDay: string | null;
  openingMinor: bigint | null;
  closingMinor: bigint | null;
  transactionCount: number;
  newCount: number;
  createdAt: Date;
}

export const statementColumns = raw(`
  s.id, s.file_name as "fileName", s.format, s.account, s.bank_account_id as "bankAccountId", s.reference, s.currency,
  s.from_day as "fromDay", s.to_day as "toDay", s.opening_minor as "openingMinor", s.closing_minor as "closingMinor",
  s.transaction_count as "transactionCount", s.new_count as "newCount", s.created_at as "createdAt"`);

const moneyOrNull = (minor: bigint | null, currency: string) =>
  minor === null ? null : { amount: minor.toString(), currency };

export const toStatement = (row: StatementRow): BankStatementDto => ({
  id: row.id,
  fileName: row.fileName,
  format: row.format,
  account: row.account,
  bankAccountId: row.bankAccountId,
  reference: row.reference,
  currency: row.currency,
  fromDay: row.fromDay,
  toDay: row.toDay,
  opening: moneyOrNull(row.openingMinor, row.currency),
  closing: moneyOrNull(row.closingMinor, row.currency),
  transactionCount: row.transactionCount,
  newCount: row.newCount,
  incomplete: false,
  createdAt: row.createdAt.toISOString(),
});

/** Whether the movements lead from one balance to the other; true where a balance is missing. */
export function addsUp({ openingMinor, closingMinor, currency, transactions }: ParsedStatement): boolean {
  if (openingMinor === null || closingMinor === null) return true;
  if (transactions.some((each) => each.currency !== currency)) return true;
  return transactions.reduce((sum, each) => sum + each.amountMinor, openingMinor) === closingMinor;
}

/** A statement of a file that is not kept yet. */
export const previewOf = (
  statement: ParsedStatement,
  file: { fileName: string; format: BankFormat; accounts: readonly BankAccountDto[] },
  newCount: number,
): BankStatementDto => ({
  id: null,
  fileName: file.fileName,
  format: file.format,
  account: statement.account,
  bankAccountId: accountWith(file.accounts, statement.account)?.id ?? null,
  reference: statement.reference,
  currency: statement.currency,
  fromDay: statement.fromDay,
  toDay: statement.toDay,
  opening: moneyOrNull(statement.openingMinor, statement.currency),
  closing: moneyOrNull(statement.closingMinor, statement.currency),
  transactionCount: statement.transactions.length,
  newCount,
  incomplete: !addsUp(statement),
  createdAt: null,
});

export const toParsedTransaction = (each: ParsedTransaction): ParsedTransactionDto => ({
  day: each.day,
  amount: { amount: each.amountMinor.toString(), currency: each.currency },
  counterpartyName: each.counterpartyName,
  counterpartyAccount: each.counterpartyAccount,
  remittance: each.remittance,
});
