import {
  accountNumber,
  currencyOf,
  exactMinor,
  plainText,
  reference,
  type ParsedTransaction,
} from './statement';
import { all, at, attribute, textAt, type XmlNode } from './xml';

/** What an entry says for all of its parts. */
export interface EntryFacts {
  day: string;
  valueDay: string | null;
  amountMinor: bigint;
  currency: string;
  reversal: boolean;
}

/** Version 8 puts a party's name one level deeper. */
const nameOf = (parties: XmlNode | undefined, role: string) =>
  textAt(parties, role, 'Nm') ?? textAt(parties, role, 'Pty', 'Nm');

const accountOf = (parties: XmlNode | undefined, role: string) =>
  textAt(parties, role, 'Id', 'IBAN') ?? textAt(parties, role, 'Id', 'Othr', 'Id');

/** Who is on the other side: who pays us, or whom we pay; of a reversal, the other way round. */
function counterparty(details: XmlNode | undefined, { amountMinor, reversal }: EntryFacts) {
  const parties = at(details, 'RltdPties');
  const roles = amountMinor > 0n !== reversal ? (['Dbtr', 'Cdtr'] as const) : (['Cdtr', 'Dbtr'] as const);
  for (const role of roles) {
    const name = nameOf(parties, role) ?? nameOf(parties, `Ultmt${role}`);
    const account = accountOf(parties, `${role}Acct`);
    if (name !== undefined || account !== undefined) return { name, account };
  }
  return { name: undefined, account: undefined };
}

function remittance(entry: XmlNode, details: XmlNode | undefined): string {
  const info = at(details, 'RmtInf');
  const written = [
    ...all(info, 'Ustrd').map((line) => textAt(line)),
    ...all(info, 'Strd').flatMap((part) => [
      ...all(part, 'AddtlRmtInf').map((line) => textAt(line)),
      ...all(part, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
    ]),
  ].filter((text) => text !== undefined);
  const text = written.length > 0 ? written.join(' ') : textAt(details, 'AddtlTxInf');
  return plainText(text ?? textAt(entry, 'AddtlNtryInf') ?? '', 1_000);
}

const creditorReference = (details: XmlNode | undefined) =>
  all(at(details, 'RmtInf'), 'Strd')
    .map((part) => textAt(part, 'CdtrRefInf', 'Ref'))
    .find((text) => text !== undefined);

/** The part's own amount in the currency of the account; undefined where the file does not say. */
function partAmount(details: XmlNode, { currency, amountMinor }: EntryFacts): bigint | undefined {
  const amounts = [
    at(details, 'Amt'),
    at(details, 'AmtDtls', 'TxAmt', 'Amt'),
    at(details, 'AmtDtls', 'InstdAmt', 'Amt'),
  ];
  const own = amounts.find((amount) => amount && currencyOf(attribute(amount, 'Ccy')) === currency);
  if (!own) return undefined;
  const size = exactMinor(textAt(own) ?? '', currency);
  const indicator = textAt(details, 'CdtDbtInd');
  const negative = indicator === undefined ? amountMinor < 0n : indicator === 'DBIT';
  return negative ? -size : size;
}

function transaction(entry: XmlNode, details: XmlNode | undefined, facts: EntryFacts): ParsedTransaction {
  const other = counterparty(details, facts);
  const refs = at(details, 'Refs');
  return {
    ...facts,
    counterpartyName: plainText(other.name ?? '', 200),
    counterpartyAccount: accountNumber(other.account),
    remittance: remittance(entry, details),
    creditorReference: reference(creditorReference(details)),
    endToEndId: reference(textAt(refs, 'EndToEndId')),
    bankReference: reference(
      textAt(refs, 'AcctSvcrRef') ??
        textAt(entry, 'AcctSvcrRef') ??
        textAt(refs, 'TxId') ??
        textAt(entry, 'NtryRef'),
    ),
  };
}

/**
 * The movements of an entry: one, or each of a batch where the file tells all their amounts and they add up. Else the
 * batch stays one movement, so that no money is made up or lost.
 */
export function camtDetails(entry: XmlNode, facts: EntryFacts): ParsedTransaction[] {
  const parts = all(entry, 'NtryDtls').flatMap((group) => all(group, 'TxDtls'));
  if (parts.length <= 1) return [transaction(entry, parts[0], facts)];
  const amounts = parts.map((part) => partAmount(part, facts));
  const known = amounts.filter((amount) => amount !== undefined);
  const whole =
    known.length === parts.length && known.reduce((sum, each) => sum + each, 0n) === facts.amountMinor;
  if (whole) {
    return parts.map((part, index) =>
      transaction(entry, part, { ...facts, amountMinor: known[index] ?? 0n }),
    );
  }
  const texts = parts.map((part) => transaction(entry, part, facts));
  const first = transaction(entry, undefined, facts);
  return [{ ...first, remittance: plainText(texts.map((each) => each.remittance).join(' '), 1_000) }];
}
