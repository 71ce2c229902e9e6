import {
  accountsFor,
  brandOf,
  fillText,
  mailTemplateFor,
  sellerOf,
  textsFor,
  type BankAccountDto,
  type CompanyProfileDto,
} from '../company';
import { writing } from '../documents';
import type { LetterSnapshot, SnapshotParty } from '../documents/schemas';
import { addDays, type Language } from '../platform/time';
import type { Letter } from './letters';
import type { ReminderTexts } from './schemas';
import { PAY_WITHIN_DAYS } from './states';

export interface LetterFacts {
  letter: Letter;
  texts: Partial<Record<Language, ReminderTexts>>;
  language: Language;
  /** The company's day on which it is written. */
  today: string;
  buyer: SnapshotParty;
  profile: CompanyProfileDto;
  accounts: readonly BankAccountDto[];
}

const noteMails: Record<Language, string> = {
  en: 'Dear {customer},\n\nwe would like to remind you that {total} will be due by {dueDate}; the attached letter lists the invoices. If you have paid already, please disregard this message.\n\nKind regards\n{company}',
  ru: 'Здравствуйте, {customer}!\n\nНапоминаем, что до {dueDate} нужно оплатить {total}; счета перечислены во вложении. Если вы уже оплатили, не обращайте внимания на это сообщение.\n\nС уважением,\n{company}',
  uz: 'Assalomu alaykum, {customer}!\n\n{dueDate} sanasigacha {total} to‘lanishi kerakligini eslatamiz; hisob-fakturalar ilovadagi xatda keltirilgan. Agar allaqachon to‘lagan bo‘lsangiz, bu xabarga e’tibor bermang.\n\nHurmat bilan,\n{company}',
};

const standardTitle: Record<Language, string> = {
  en: 'Payment reminder',
  ru: 'Напоминание об оплате',
  uz: 'To‘lov haqida eslatma',
};

/** The day by which a letter asks to be paid: a week from now, or when the last of its invoices is due. */
const payBy = ({ letter, today }: LetterFacts): string =>
  letter.rows.reduce(
    (latest, { dueDate }) => (dueDate > latest ? dueDate : latest),
    addDays(today, letter.kind === 'late' ? PAY_WITHIN_DAYS : 0),
  );

function entriesOf({ letter, today }: LetterFacts, number: string): LetterSnapshot['entries'] {
  const invoices = letter.rows.map((row) => ({
    date: row.issueDate,
    number: row.number,
    kind: row.kind,
    dueDate: row.dueDate,
    amountMinor: row.payable.toString(),
    openMinor: row.open.toString(),
  }));
  if (letter.feeMinor === 0n) return invoices;
  const fee = letter.feeMinor.toString();
  return [...invoices, { date: today, number, kind: 'fee', dueDate: null, amountMinor: fee, openMinor: fee }];
}

/** Fills what texts leave open. */
function filler(facts: LetterFacts, number: string): (text: string) => string {
  const { letter, language, today, profile } = facts;
  const { date, money } = writing(language, profile.paper);
  return (text) =>
    fillText(text, {
      number,
      date: date(today),
      dueDate: date(payBy(facts)),
      days: String(PAY_WITHIN_DAYS),
      total: money(letter.totalMinor, letter.currency),
      company: profile.legalName,
      customer: letter.customerName,
    });
}

/**
 * Subject and text of the mail that a letter goes with: the company's template, under the title of the level. A note
 * before the due date speaks of money that is not late.
 */
export function mailOf(facts: LetterFacts, number: string): { subject: string; text: string } {
  const { letter, language, profile, texts } = facts;
  const fill = filler(facts, number);
  const template = mailTemplateFor(profile, language, 'reminder');
  const title = texts[language]?.title;
  return {
    subject: fill(title ? `${title}, {company}` : template.subject),
    text: fill(letter.kind === 'note' ? noteMails[language] : template.text),
  };
}

/** What a letter says: every invoice that it reminds of, the fee of its level, and how to pay. */
export function letterSnapshot(facts: LetterFacts, number: string): LetterSnapshot {
  const { letter, language, today, profile } = facts;
  const own = facts.texts[language];
  const standard = textsFor(profile, language, 'reminder');
  const fill = filler(facts, number);
  return {
    schema: 1,
    kind: 'reminder',
    language,
    issueDate: today,
    title: fill(own?.title || standardTitle[language]),
    seller: sellerOf(profile),
    buyer: facts.buyer,
    currency: letter.currency,
    period: null,
    openingMinor: '0',
    entries: entriesOf(facts, number),
    totalMinor: letter.totalMinor.toString(),
    payment: {
      terms: fill(standard.terms),
      reference: letter.rows.length === 1 ? (letter.rows[0]?.number ?? number) : number,
      accounts: accountsFor(facts.accounts, letter.currency),
    },
    intro: fill(own?.intro || standard.intro),
    outro: fill(own?.outro || standard.outro),
    footer: fill(standard.footer),
    brand: brandOf(profile),
  };
}
