import { isDate } from '../../platform/time';
import { camtDetails } from './camt-details';
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
import { all, at, attribute, parseXml, textAt, type XmlNode } from './xml';

/** A date, or the date of a time as the bank wrote it. */
export function dayAt(node: XmlNode | undefined, name: string): string | null {
  const found = at(node, name);
  const text = textAt(found, 'Dt') ?? textAt(found, 'DtTm');
  const day = text?.slice(0, 10) ?? '';
  return isDate(day) ? day : null;
}

/** Positive where the account gains. @throws BankFileError */
export function signed(node: XmlNode, currency: string): bigint {
  const amount = at(node, 'Amt');
  const size = exactMinor(textAt(amount) ?? '', currency);
  if (size < 0n) throw damaged('an amount has a sign of its own');
  const indicator = textAt(node, 'CdtDbtInd');
  if (indicator !== 'CRDT' && indicator !== 'DBIT') throw damaged('an amount is neither credit nor debit');
  return indicator === 'DBIT' ? -size : size;
}

/** Of several balances of a kind, as banks write them page by page, the opening one is the first. */
function balance(statement: XmlNode, currency: string, codes: readonly string[], last: boolean) {
  const found = all(statement, 'Bal').filter((each) =>
    codes.includes(textAt(each, 'Tp', 'CdOrPrtry', 'Cd') ?? ''),
  );
  const one = last ? found.at(-1) : found[0];
  return one ? { amount: signed(one, currency), day: dayAt(one, 'Dt') } : undefined;
}

// Version 8 wraps the status into a code.
const isBooked = (entry: XmlNode) =>
  (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? 'BOOK') === 'BOOK';

function entryTransactions(entry: XmlNode): ParsedTransaction[] {
  const currency = currencyOf(attribute(at(entry, 'Amt'), 'Ccy'));
  const amountMinor = signed(entry, currency);
  const valueDay = dayAt(entry, 'ValDt');
  const day = dayAt(entry, 'BookgDt') ?? valueDay;
  if (!day) throw damaged('an entry has no date');
  const reversal = textAt(entry, 'RvslInd') === 'true';
  return camtDetails(entry, { day, valueDay, amountMinor, currency, reversal }).filter(
    ({ amountMinor }) => amountMinor !== 0n,
  );
}

function statementOf(statement: XmlNode): ParsedStatement {
  const account = at(statement, 'Acct');
  const entries = all(statement, 'Ntry').filter(isBooked);
  const written =
    textAt(account, 'Ccy') ??
    attribute(at(statement, 'Bal', 'Amt'), 'Ccy') ??
    attribute(at(entries[0], 'Amt'), 'Ccy');
  const currency = currencyOf(written);
  const opening = balance(statement, currency, ['OPBD', 'PRCD'], false);
  const closing = balance(statement, currency, ['CLBD'], true);
  const transactions: ParsedTransaction[] = [];
  for (const entry of entries) {
    transactions.push(...entryTransactions(entry));
    demandRoom(transactions.length);
  }
  const days = transactions.map(({ day }) => day).sort();
  const period = at(statement, 'FrToDt');
  const periodDay = (name: string) => {
    const day = (textAt(period, name) ?? '').slice(0, 10);
    return isDate(day) ? day : null;
  };
  return {
    account: accountNumber(textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id')) ?? '',
    reference: reference(textAt(statement, 'Id')),
    currency,
    fromDay: periodDay('FrDtTm') ?? days[0] ?? opening?.day ?? null,
    toDay: periodDay('ToDtTm') ?? days.at(-1) ?? closing?.day ?? null,
    openingMinor: opening?.amount ?? null,
    closingMinor: closing?.amount ?? null,
    transactions,
  };
}

/**
 * ISO 20022 camt.053 (BankToCustomerStatement), versions 02 to 08 and whatever keeps their names.
 * @throws BankFileError
 */
export function parseCamt(text: string): ParsedFile {
  const document = at(parseXml(text), 'Document');
  const message = at(document, 'BkToCstmrStmt');
  if (!message) {
    const other = Object.keys(document ?? {}).find((name) => /^[A-Z]/.test(name));
    const detail = other
      ? `the message is ${other.slice(0, 40)}, not BkToCstmrStmt`
      : 'no ISO 20022 document';
    throw new BankFileError(document ? 'bank-file-other-message' : 'bank-file-unknown', detail);
  }
  const statements = all(message, 'Stmt').map(statementOf);
  if (statements.length === 0) throw new BankFileError('bank-file-empty', 'no statement in the file');
  demandRoom(statements.reduce((sum, { transactions }) => sum + transactions.length, 0));
  return { format: 'camt.053', statements };
}
