import { plainHeader } from '../../imports';

export const csvRoles = [
  'day',
  'valueDay',
  'amount',
  'credit',
  'debit',
  'side',
  'currency',
  'name',
  'account',
  'remittance',
  'endToEndId',
  'bankReference',
] as const;
export type CsvRole = (typeof csvRoles)[number];

/** What banks call these columns, in English, German, Dutch, French, Spanish, Russian and Uzbek; the best first. */
const names: Record<CsvRole, string> = {
  day: `booking date, date booked, posting date, posted date, transaction date, completed date, date, started date, buchungstag,
    buchungsdatum, buchung, datum, boekdatum, transactiedatum, date operation, date comptable, fecha, fecha operacion,
    дата операции, дата проводки, дата, operatsiya sanasi, sana`,
  valueDay: `value date, valuta, valutadatum, wertstellung, wertstellungsdatum, wert, rentedatum, date valeur, fecha valor,
    дата валютирования, valyutalash sanasi`,
  amount: `amount, transaction amount, betrag, umsatz, betrag eur, betrag in eur, bedrag, bedrag eur, montant, importe,
    value, сумма, сумма операции, summa, summasi`,
  credit: `credit, credit amount, money in, paid in, amount credited, deposit, deposits, haben, gutschrift, einzahlung,
    bij, credit eur, entree, abono, ingreso, кредит, поступление, приход, сумма по кредиту, kredit, kirim`,
  debit: `debit, debit amount, money out, paid out, amount debited, withdrawal, withdrawals, soll, lastschrift, auszahlung,
    af, debit eur, sortie, cargo, gasto, дебет, списание, расход, сумма по дебету, debet, chiqim`,
  side: `credit debit, debit credit, cr dr, dr cr, d c, c d, credit debit indicator, soll haben, sollhaben, soll haben kennzeichen,
    af bij, sign, дебет кредит, приход расход, тип операции`,
  currency: `currency, ccy, currency code, wahrung, waehrung, munt, valuta code, devise, divisa, moneda, валюта, код валюты,
    valyuta`,
  name: `counterparty, counterparty name, name, payer, payee, payer name, payee name, debtor, description 1, merchant, from to,
    beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, auftraggeber empfanger, auftraggeber, auftraggeber begunstigter,
    zahlungspflichtiger zahlungspflichtige, zahlungspflichtiger, zahlungsempfanger, name zahlungsbeteiligter, zahlungsbeteiligter, naam tegenpartij,
    tegenpartij, naam omschrijving, tiers, ordenante, контрагент, плательщик, наименование контрагента, наименование плательщика,
    korrespondent, kontragent, to'lovchi`,
  account: `counterparty account, account number of counterparty, counterparty iban, iban counterparty, payer account, payer iban,
    iban, konto, kontonummer, kontonummer iban, iban zahlungsbeteiligter, iban zahlungspflichtige r, tegenrekening, tegenrekening iban bban,
    rekening tegenpartij, compte, cuenta, счет контрагента, счет плательщика, hisobraqam`,
  remittance: `remittance information, remittance, payment details, details, description, narrative, reference text, memo, purpose,
    payment purpose, message, text, particulars, transaction details, transaction description, reference,
    verwendungszweck, vwz, verwendungszweck1, omschrijving, mededelingen, libelle, communication, concepto,
    назначение платежа, назначение, описание, to'lov maqsadi, maqsad, izoh`,
  endToEndId: `end to end id, end to end reference, endtoendid, kundenreferenz end to end, kundenreferenz, customer reference`,
  bankReference: `transaction id, transaction reference, bank reference, id, unique id, transaktions id, sammlerreferenz,
    transactiereferentie, referentie, номер документа, № документа, номер операции, hujjat raqami`,
};

const known = new Map<string, { role: CsvRole; rank: number }>();
for (const role of csvRoles) {
  names[role].split(',').forEach((name, rank) => {
    const plain = plainHeader(name);
    if (!known.has(plain)) known.set(plain, { role, rank });
  });
}

/** What a column is by its name, and how usual the name is; undefined for a name that says nothing. */
export function roleOf(header: string): { role: CsvRole; rank: number } | undefined {
  const plain = plainHeader(header);
  const exact = known.get(plain);
  if (exact) return exact;
  // "Amount (GBP)", "Betrag in EUR": what stands in brackets or behind is no part of the name.
  const bare = plainHeader(header.replace(/\(.*?\)|\[.*?\]/g, '').replace(/\b(in )?[A-Z]{3}\b\s*$/, ''));
  const found = bare === plain ? undefined : known.get(bare);
  return found && { ...found, rank: found.rank + 1 };
}
