import { createHash } from 'node:crypto';
import { bankAccounts, type BankAccountDto } from '../company';
import { ImportFileError, type FileInspection } from '../imports';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, fault, invalid } from '../platform/errors';
import { getTenant } from '../tenants';
import { inspectTable, parseTable } from './parse/csv';
import { guessMapping, headerSignature } from './parse/csv-guess';
import { parseMessage, unpacked } from './parse/open';
import { accountNumber, BankFileError, type ParsedFile } from './parse/statement';
import { BankCsvMapping, type BankFileInput } from './schemas';

/** A file as it was understood. Of a table, `parsed` is undefined while nobody knows its columns. */
export interface ReadBankFile {
  sha256: string;
  parsed: ParsedFile | undefined;
  table:
    | { inspection: FileInspection; mapping: BankCsvMapping | null; remembered: boolean; signature: string }
    | undefined;
  account: BankAccountDto | undefined;
  accounts: BankAccountDto[];
}

/** Says in words what is wrong with a file, and lets everything else pass. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof BankFileError)) return error;
  const code = error.code === 'bank-file-too-large' ? 'too-large' : 'invalid';
  const one = fault('content', error.code, { detail: error.detail });
  return new AppError(code, one.message, { reason: error.code, faults: [one], cause: error });
}

const numbersOf = ({ iban, accountNumber: own, bankCode }: BankAccountDto): string[] =>
  [iban, own, bankCode && own && `${bankCode}/${own}`].flatMap((text) => accountNumber(text) ?? []);

/** The company's account with a number as a file writes it. */
export const accountWith = (
  accounts: readonly BankAccountDto[],
  number: string,
): BankAccountDto | undefined =>
  number === '' ? undefined : accounts.find((account) => numbersOf(account).includes(number));

async function rememberedMapping(ctx: TxCtx, signature: string) {
  const [row] = await ctx.tx.query<{ mapping: unknown; bankAccountId: string | null }>(sql`
    select mapping, bank_account_id as "bankAccountId" from bank_csv_mappings
    where tenant_id = ${ctx.tenantId}::uuid and signature = ${signature}`);
  const mapping = BankCsvMapping.safeParse(row?.mapping);
  return row && mapping.success ? { mapping: mapping.data, bankAccountId: row.bankAccountId } : undefined;
}

interface Given extends Pick<BankFileInput, 'fileName' | 'bankAccountId'> {
  mapping?: BankCsvMapping | undefined;
}

async function readTable(ctx: TxCtx, bytes: Buffer, given: Given, accounts: BankAccountDto[]) {
  const inspection = await inspectTable(bytes, given.fileName);
  const width = inspection.header.length;
  const { remittance = [], dateFormat: _d, decimal: _m, ...columns } = given.mapping ?? {};
  const missing = Object.entries({ ...columns, ...remittance }).find(([, place]) => Number(place) >= width);
  if (missing) throw invalid(`mapping.${missing[0]}`, 'not-in-file');
  const signature = headerSignature(inspection.header);
  const known = await rememberedMapping(ctx, signature);
  const chosen =
    given.bankAccountId ?? known?.bankAccountId ?? (accounts.length === 1 ? accounts[0]?.id : undefined);
  const account = accounts.find(({ id }) => id === chosen);
  const mapping = given.mapping ?? known?.mapping ?? guessMapping(inspection);
  const { currency } = account ?? (await getTenant(ctx));
  const number = account ? (numbersOf(account)[0] ?? '') : '';
  const parsed = mapping
    ? await parseTable(bytes, inspection, mapping, { account: number, currency })
    : undefined;
  const remembered = !given.mapping && known !== undefined;
  return { parsed, account, table: { inspection, mapping, remembered, signature } };
}

/** Reads a file of a bank, changing nothing. @throws AppError `invalid` and `too-large` with what is wrong with it */
export async function readBankFile(ctx: TxCtx, content: string, given: Given): Promise<ReadBankFile> {
  const accounts = await bankAccounts(ctx);
  if (given.bankAccountId && !accounts.some(({ id }) => id === given.bankAccountId)) {
    throw invalid('bankAccountId', 'unknown-bank-account');
  }
  try {
    const bytes = unpacked(Buffer.from(content, 'base64'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const parsed = parseMessage(bytes);
    if (parsed) return { sha256, parsed, table: undefined, account: undefined, accounts };
    return { sha256, accounts, ...(await readTable(ctx, bytes, given, accounts)) };
  } catch (error) {
    if (error instanceof ImportFileError)
      throw asRefusal(new BankFileError('bank-file-unknown', error.detail));
    throw asRefusal(error);
  }
}
