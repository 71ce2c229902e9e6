import { z } from 'zod';
import { RequiredLine, listFields, SearchText } from '../platform/fields';
import { says } from '../platform/errors';
import { Id } from '../platform/ids';
import { CurrencyCode, type MoneyJson } from '../platform/money';
import { PlainDate } from '../platform/time';
import { csvDateFormats } from './csv-dates';
import { transactionStates, type TransactionState } from './states';

const Column = z.number().int().min(0).max(199);

/** What the columns of a bank's table mean, by their place from 0. Either a signed amount or two columns. */
export const BankCsvMapping = z
  .strictObject({
    day: Column,
    valueDay: Column.optional(),
    amount: Column.optional(),
    credit: Column.optional(),
    debit: Column.optional(),
    /** Says of an unsigned amount whether it comes or goes: C/D, S/H, +/-. */
    side: Column.optional(),
    currency: Column.optional(),
    name: Column.optional(),
    account: Column.optional(),
    remittance: z.array(Column).max(6).default([]),
    endToEndId: Column.optional(),
    bankReference: Column.optional(),
    dateFormat: z.enum(csvDateFormats),
    decimal: z.enum(['.', ',']).nullable(),
  })
  .refine((mapping) => (mapping.amount !== undefined) !== (mapping.credit !== undefined), {
    path: ['amount'],
    error: says('column-needed'),
  });
export type BankCsvMapping = z.output<typeof BankCsvMapping>;

/** About 1 MB as base64, which is what a request may have; of 5 MB of text when it is compressed. */
const MAX_CONTENT = 1_000_000;

/** A file of a bank. */
export const BankFileInput = z.strictObject({
  fileName: RequiredLine(255),
  /** Its bytes as base64; they may be compressed with gzip. */
  content: z
    .string()
    .max(MAX_CONTENT)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, says('wrong')),
  /** The company's account that a table belongs to; statements name theirs. */
  bankAccountId: Id.optional(),
  /** Of a table; remembered for the next file with the same columns. */
  mapping: BankCsvMapping.optional(),
});
export type BankFileInput = z.input<typeof BankFileInput>;

/** A table before it is imported: what it holds and how its columns were understood. */
export interface BankTableDto {
  header: string[];
  /** The first rows. */
  sample: string[][];
  /** A guess, or what was chosen the last time; null when a date or an amount is nowhere to be found. */
  mapping: BankCsvMapping | null;
  /** Chosen by a person for the same columns before. */
  remembered: boolean;
  bankAccountId: string | null;
}

/** What an import would do, or has done, with one statement of the file. */
export interface BankStatementDto {
  /** Null in a preview. */
  id: string | null;
  fileName: string;
  format: 'camt.053' | 'mt940' | 'csv';
  /** IBAN or number; empty where nobody knows. */
  account: string;
  bankAccountId: string | null;
  reference: string | null;
  currency: string;
  fromDay: string | null;
  toDay: string | null;
  opening: MoneyJson | null;
  closing: MoneyJson | null;
  transactionCount: number;
  /** How many of them no earlier file had. */
  newCount: number;
  /** The movements do not lead from the opening to the closing balance: something may be missing. */
  incomplete: boolean;
  createdAt: string | null;
}

export interface BankFilePreviewDto {
  /** Of a CSV file or workbook. */
  table: BankTableDto | null;
  statements: BankStatementDto[];
  /** The first movements of the file. */
  transactions: ParsedTransactionDto[];
  alreadyImported: boolean;
}

export interface BankImportDto {
  statements: BankStatementDto[];
  /** The same file had been imported before: nothing has changed. */
  alreadyImported: boolean;
  newCount: number;
}

export interface ParsedTransactionDto {
  day: string;
  amount: MoneyJson;
  counterpartyName: string;
  counterpartyAccount: string | null;
  remittance: string;
}

export interface BankTransactionDto extends ParsedTransactionDto {
  id: string;
  statementId: string;
  account: string;
  valueDay: string | null;
  creditorReference: string | null;
  endToEndId: string | null;
  bankReference: string | null;
  reversal: boolean;
  state: TransactionState;
  paymentId: string | null;
  version: number;
}

export const TransactionFilters = z.strictObject({
  q: SearchText.optional(),
  state: z.enum(transactionStates).optional(),
  /** `in`: money that came, `out`: money that went. */
  direction: z.enum(['in', 'out']).optional(),
  statementId: Id.optional(),
  account: z.string().max(40).optional(),
  currency: CurrencyCode.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
});
export type TransactionFilters = z.output<typeof TransactionFilters>;

export const ListTransactionsInput = TransactionFilters.extend({
  ...listFields,
  sort: z.enum(['-day', 'day']).default('-day'),
});
export type ListTransactionsInput = z.input<typeof ListTransactionsInput>;

export const ListStatementsInput = z.strictObject({
  ...listFields,
  sort: z.enum(['-createdAt', 'createdAt']).default('-createdAt'),
});
export type ListStatementsInput = z.input<typeof ListStatementsInput>;
