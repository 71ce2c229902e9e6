import { isValidIBAN } from 'ibantools';
import { isDate } from '../../platform/time';
import { mt940Details } from './mt940-details';
import {
  accountNumber,
  BankFileError,
  currencyOf,
  damaged,
  demandRoom,
  exactMinor,
  reference,
  type ParsedFile,
  type ParsedStatement,
  type ParsedTransaction,
} from './statement';

interface Field {
  tag: string;
  lines: string[];
  line: number;
}

/** The fields of all messages: blocks around them and the marks between them are left out. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  let open: Field | undefined;
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const line = raw.replace(/^\{1:.*\{4:\s*/, '').replace(/^\{4:\s*/, '');
    const start = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    if (start) {
      open = { tag: start[1] ?? '', lines: [start[2] ?? ''], line: index + 1 };
      fields.push(open);
    } else if (/^-\}?|^\{\d:/.test(line) && !/^-\S*\s/.test(line)) {
      open = undefined;
    } else if (open && line.trim() !== '') {
      open.lines.push(line);
    }
  });
  return fields;
}

/** YYMMDD, of the years 1980 to 2079. */
function dateOf(text: string, line: number): string {
  const year = Number(text.slice(0, 2));
  const date = `${year >= 80 ? 19 : 20}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  if (!isDate(date)) throw damaged(`line ${line}: ${JSON.stringify(text)} is no date`);
  return date;
}

/** MMDD of the booking, in the year that brings it nearest to the value date. */
function bookingDay(monthDay: string | undefined, valueDay: string): string {
  if (!monthDay) return valueDay;
  const year = Number(valueDay.slice(0, 4));
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(valueDay));
  const days = [year - 1, year, year + 1]
    .map((each) => `${each}-${monthDay.slice(0, 2)}-${monthDay.slice(2, 4)}`)
    .filter(isDate)
    .sort((a, b) => distance(a) - distance(b));
  return days[0] ?? valueDay;
}

const decimal = (text: string) => text.replace(',', '.');

interface Balance {
  day: string;
  currency: string;
  amountMinor: bigint;
}

function balanceOf({ lines, line }: Field): Balance {
  const match = /^([CD])(\d{6})([A-Z]{3})(\d{1,15},\d*)\s*$/.exec(lines[0] ?? '');
  if (!match) throw damaged(`line ${line}: no balance`);
  const [, side, date = '', code, amount = ''] = match;
  const currency = currencyOf(code);
  const size = exactMinor(decimal(amount), currency);
  return { day: dateOf(date, line), currency, amountMinor: side === 'D' ? -size : size };
}

const movement = /^(\d{6})(\d{4})?\s?(RC|RD|EC|ED|C|D)([A-Z])?(\d{1,15},\d*)([NFS][A-Z0-9]{3})?(.*)$/;

/** A `:61:` line: without what its `:86:` says. */
function movementOf({ lines, line }: Field, currency: string) {
  const match = movement.exec(lines[0] ?? '');
  if (!match) throw damaged(`line ${line}: no movement`);
  const [, date = '', monthDay, side = '', , amount = '', , refs = ''] = match;
  const valueDay = dateOf(date, line);
  const size = exactMinor(decimal(amount), currency);
  const [own = '', banks = ''] = refs.split('//', 2);
  return {
    day: bookingDay(monthDay, valueDay),
    valueDay,
    // RC takes back a credit, RD a debit.
    amountMinor: side === 'D' || side === 'RC' || side === 'ED' ? -size : size,
    currency,
    endToEndId: reference(own),
    bankReference: reference(banks),
    reversal: side.startsWith('R'),
    expected: side.startsWith('E'),
    supplement: lines.slice(1).join(' '),
  };
}

/** Banks like to write the currency behind the number; some IBANs end in letters of their own. */
function accountOf(text: string): string {
  const account = accountNumber(text) ?? '';
  return isValidIBAN(account) ? account : account.replace(/[A-Z]{3}$/, '');
}

class Statement {
  private opening: Balance | undefined;
  private closing: Balance | undefined;
  private account = '';
  private number: string | null = null;
  private readonly transactions: ParsedTransaction[] = [];
  private last: { field: Field; details: string[] } | undefined;

  constructor(readonly line: number) {}

  add(field: Field): void {
    const [first = ''] = field.lines;
    if (field.tag === '86') {
      if (this.last) this.last.details = field.lines;
      this.finish();
      return;
    }
    this.finish();
    if (field.tag === '25') this.account = accountOf(first);
    else if (field.tag === '28C' || field.tag === '28') this.number = reference(first);
    else if (field.tag.startsWith('60')) this.opening ??= balanceOf(field);
    else if (field.tag.startsWith('62')) this.closing = balanceOf(field);
    else if (field.tag === '61') this.last = { field, details: [] };
  }

  /** Keeps the last movement, now that its details have been read. */
  finish(): void {
    if (!this.last) return;
    const { field, details } = this.last;
    this.last = undefined;
    if (!this.opening) throw damaged(`line ${field.line}: a movement before the opening balance`);
    const { expected, supplement, ...facts } = movementOf(field, this.opening.currency);
    const told = mt940Details(details, supplement);
    if (expected || facts.amountMinor === 0n) return;
    this.transactions.push({ ...facts, ...told, endToEndId: told.endToEndId ?? facts.endToEndId });
    demandRoom(this.transactions.length);
  }

  result(): ParsedStatement {
    this.finish();
    if (!this.opening) throw damaged(`line ${this.line}: the statement has no opening balance`);
    const days = this.transactions.map(({ day }) => day).sort();
    return {
      account: this.account,
      reference: this.number,
      currency: this.opening.currency,
      fromDay: days[0] ?? this.opening.day,
      toDay: days.at(-1) ?? this.closing?.day ?? this.opening.day,
      openingMinor: this.opening.amountMinor,
      closingMinor: this.closing?.amountMinor ?? null,
      transactions: this.transactions,
    };
  }
}

/**
 * SWIFT MT940, with or without the blocks around it; statements begin at `:20:`.
 * @throws BankFileError
 */
export function parseMt940(text: string): ParsedFile {
  const statements: Statement[] = [];
  for (const field of fieldsOf(text)) {
    if (field.tag === '20') statements.push(new Statement(field.line));
    else if (statements.length === 0)
      throw damaged(`line ${field.line}: the statement does not begin with :20:`);
    statements.at(-1)?.add(field);
  }
  if (statements.length === 0) throw new BankFileError('bank-file-empty', 'no statement in the file');
  const read = statements.map((statement) => statement.result());
  demandRoom(read.reduce((sum, { transactions }) => sum + transactions.length, 0));
  return { format: 'mt940', statements: read };
}
