import { DecimalError, isCurrency, minorUnits, parseDecimal, powerOfTen } from '../../platform/money';

/** A movement as a file of a bank tells it, whatever the format. */
export interface ParsedTransaction {
  /** The day of booking, YYYY-MM-DD. */
  day: string;
  valueDay: string | null;
  /** Minor units; negative where money leaves the account. */
  amountMinor: bigint;
  currency: string;
  counterpartyName: string;
  /** IBAN without spaces, or another number of an account. */
  counterpartyAccount: string | null;
  /** What the payer wrote. */
  remittance: string;
  /** ISO 11649 or another structured reference of the creditor. */
  creditorReference: string | null;
  endToEndId: string | null;
  /** The bank's own id of the movement. */
  bankReference: string | null;
  /** Takes an earlier movement back. */
  reversal: boolean;
}

/** One statement of one account; a file may hold several. */
export interface ParsedStatement {
  /** IBAN without spaces, or another number; empty where the file does not say. */
  account: string;
  reference: string | null;
  currency: string;
  fromDay: string | null;
  toDay: string | null;
  openingMinor: bigint | null;
  closingMinor: bigint | null;
  transactions: ParsedTransaction[];
}

export const bankFormats = ['camt.053', 'mt940', 'csv'] as const;
export type BankFormat = (typeof bankFormats)[number];

export interface ParsedFile {
  format: BankFormat;
  statements: ParsedStatement[];
}

/** Every way in which a bank's file can be unusable. Closed: screens translate by code. */
export type BankFileFault =
  | 'bank-file-empty'
  | 'bank-file-too-large'
  | 'bank-file-unknown'
  | 'bank-file-damaged'
  | 'bank-file-other-message';

/** The file cannot be read; `detail` is English and says where. */
export class BankFileError extends Error {
  constructor(
    readonly code: BankFileFault,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'BankFileError';
  }
}

export const damaged = (detail: string) => new BankFileError('bank-file-damaged', detail);

/** Bytes after unpacking; a year of a busy account is far below. */
export const MAX_BANK_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_TRANSACTIONS = 20_000;

/** Counts movements while a file is read. @throws BankFileError `bank-file-too-large` */
export function demandRoom(count: number): void {
  if (count <= MAX_TRANSACTIONS) return;
  throw new BankFileError('bank-file-too-large', `more than ${MAX_TRANSACTIONS} movements`);
}

/** @throws BankFileError for a code that ISO 4217 does not know */
export function currencyOf(code: string | undefined): string {
  const currency = (code ?? '').trim().toUpperCase();
  if (!isCurrency(currency)) throw damaged(`${JSON.stringify(currency.slice(0, 10))} is no currency`);
  return currency;
}

/** A plain decimal as minor units, exactly. @throws BankFileError */
export function exactMinor(text: string, currency: string): bigint {
  try {
    const { int, scale } = parseDecimal(text.trim(), {
      maxIntegerDigits: 15,
      maxScale: minorUnits(currency),
    });
    return int * powerOfTen(minorUnits(currency) - scale);
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
    throw damaged(`${JSON.stringify(text.slice(0, 40))} is no amount of ${currency}`);
  }
}

/** An account as it is compared: no spaces, upper case, at most 40 characters; null when there is none. */
export function accountNumber(text: string | null | undefined): string | null {
  const compact = (text ?? '').replace(/[^\p{L}\p{N}/-]/gu, '').toUpperCase();
  return compact === '' ? null : compact.slice(0, 40);
}

/** One line of text for people, within a limit; control characters and doubled spaces go. */
export const plainText = (text: string, longest: number): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

const meaningless = /^(NOTPROVIDED|NOT PROVIDED|NONREF|NON REF|NOREF|UNKNOWN|N\/?A|0+|-+)$/i;

/** An id, or null where banks fill in that there is none. */
export function reference(text: string | null | undefined, longest = 80): string | null {
  const plain = plainText(text ?? '', longest);
  return plain === '' || meaningless.test(plain) ? null : plain;
}
