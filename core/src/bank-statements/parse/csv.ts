import { Readable } from 'node:stream';
import {
  ImportFileError,
  inspectFile,
  parseCurrency,
  parseDateCell,
  parseDecimalCell,
  readRows,
  type FileInspection,
} from '../../imports';
import { minorUnits } from '../../platform/money';
import type { BankCsvMapping } from '../schemas';
import {
  accountNumber,
  BankFileError,
  damaged,
  demandRoom,
  exactMinor,
  MAX_BANK_FILE_BYTES,
  plainText,
  reference,
  type ParsedFile,
  type ParsedTransaction,
} from './statement';

const limits = {
  maxBytes: MAX_BANK_FILE_BYTES,
  maxUnpackedBytes: MAX_BANK_FILE_BYTES * 4,
  maxColumns: 200,
  maxRowChars: 64 * 1024,
  maxSharedChars: 8 * 1024 * 1024,
  maxInspectRows: 2_000,
};

const opener = (bytes: Buffer) => () => Promise.resolve(Readable.from([bytes]));

const faults: Partial<Record<ImportFileError['code'], BankFileError['code']>> = {
  empty: 'bank-file-empty',
  'too-large': 'bank-file-too-large',
  binary: 'bank-file-unknown',
};

function refusal(error: unknown): unknown {
  if (!(error instanceof ImportFileError)) return error;
  const line = error.line === undefined ? '' : `line ${error.line}: `;
  return new BankFileError(faults[error.code] ?? 'bank-file-damaged', line + error.detail);
}

/** Finds out how a table is to be read. @throws BankFileError */
export async function inspectTable(bytes: Buffer, fileName: string): Promise<FileInspection> {
  try {
    return await inspectFile(opener(bytes), { fileName, bytes: bytes.length, limits });
  } catch (error) {
    throw refusal(error);
  }
}

const goes = /^(d|dr|db|dbit|debit|debet|s|soll|af|-|дебет|списание|расход|chiqim)$/i;

interface Reading {
  mapping: BankCsvMapping;
  currency: string;
  line: number;
  cells: readonly string[];
}

const cell = ({ cells }: Reading, index: number | undefined) =>
  index === undefined ? '' : (cells[index] ?? '').trim();

function money(reading: Reading, index: number | undefined, currency: string): bigint | null {
  const text = cell(reading, index);
  const scale = minorUnits(currency);
  const read = parseDecimalCell(text, { decimal: reading.mapping.decimal }, { whole: 15, scale });
  if (!read.ok) throw damaged(`line ${reading.line}: ${JSON.stringify(text.slice(0, 40))} is no amount`);
  return read.value === null ? null : exactMinor(read.value, currency);
}

const size = (minor: bigint) => (minor < 0n ? -minor : minor);

function amountOf(reading: Reading, currency: string): bigint | null {
  const { mapping } = reading;
  if (mapping.amount === undefined) {
    const credit = money(reading, mapping.credit, currency);
    const debit = money(reading, mapping.debit, currency);
    if (credit === null && debit === null) return null;
    return size(credit ?? 0n) - size(debit ?? 0n);
  }
  const amount = money(reading, mapping.amount, currency);
  if (amount === null || mapping.side === undefined) return amount;
  return goes.test(cell(reading, mapping.side)) ? -size(amount) : size(amount);
}

function day(reading: Reading, index: number | undefined): string | null {
  const text = cell(reading, index);
  const read = parseDateCell(text, reading.mapping.dateFormat);
  if (!read.ok) throw damaged(`line ${reading.line}: ${JSON.stringify(text.slice(0, 40))} is no date`);
  return read.value?.local.slice(0, 10) ?? null;
}

/** Null for a row without date or amount, such as a sum at the end. */
function transactionOf(reading: Reading): ParsedTransaction | null {
  const { mapping } = reading;
  if (cell(reading, mapping.day) === '') return null;
  const code = parseCurrency(cell(reading, mapping.currency));
  const currency = (code.ok ? code.value : null) ?? reading.currency;
  const amountMinor = amountOf(reading, currency);
  const booked = day(reading, mapping.day);
  if (amountMinor === null || amountMinor === 0n || booked === null) return null;
  const texts = mapping.remittance.map((index) => cell(reading, index)).filter((text) => text !== '');
  return {
    day: booked,
    valueDay: day(reading, mapping.valueDay),
    amountMinor,
    currency,
    counterpartyName: plainText(cell(reading, mapping.name), 200),
    counterpartyAccount: accountNumber(cell(reading, mapping.account)),
    remittance: plainText([...new Set(texts)].join(' '), 1_000),
    creditorReference: null,
    endToEndId: reference(cell(reading, mapping.endToEndId)),
    bankReference: reference(cell(reading, mapping.bankReference)),
    reversal: false,
  };
}

/**
 * The movements of a table.
 * @param account the account that it belongs to, empty where nobody knows
 * @param currency of rows that name none
 * @throws BankFileError naming the first line that does not fit the mapping
 */
export async function parseTable(
  bytes: Buffer,
  { format }: FileInspection,
  mapping: BankCsvMapping,
  { account, currency }: { account: string; currency: string },
): Promise<ParsedFile> {
  const transactions: ParsedTransaction[] = [];
  try {
    for await (const rows of readRows(opener(bytes), format, { limits })) {
      for (const { line, cells } of rows) {
        const transaction = transactionOf({ mapping, currency, line, cells });
        if (transaction) transactions.push(transaction);
        demandRoom(transactions.length);
      }
    }
  } catch (error) {
    throw refusal(error);
  }
  if (transactions.length === 0) throw new BankFileError('bank-file-empty', 'no movement in the table');
  const days = transactions.map((each) => each.day).sort();
  const statement = {
    account,
    reference: null,
    currency: transactions[0]?.currency ?? currency,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
    openingMinor: null,
    closingMinor: null,
    transactions,
  };
  return { format: 'csv', statements: [statement] };
}
