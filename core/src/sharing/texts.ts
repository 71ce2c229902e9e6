import type { DocumentKind } from '../documents';
import type { Language } from '../platform/time';

/** What the button of a mail says, by language and kind of document. */
export const buttonTexts: Readonly<Record<Language, Readonly<Record<DocumentKind, string>>>> = {
  en: {
    invoice: 'View the invoice online',
    deposit: 'View the invoice online',
    credit_note: 'View the credit note online',
    offer: 'View and answer the offer online',
    reminder: 'View the reminder online',
    statement: 'View the statement online',
  },
  ru: {
    invoice: 'Открыть счёт в браузере',
    deposit: 'Открыть счёт в браузере',
    credit_note: 'Открыть кредит-ноту в браузере',
    offer: 'Открыть предложение и ответить',
    reminder: 'Открыть напоминание в браузере',
    statement: 'Открыть выписку в браузере',
  },
  uz: {
    invoice: 'Hisob-fakturani brauzerda ochish',
    deposit: 'Hisob-fakturani brauzerda ochish',
    credit_note: 'Kredit-notani brauzerda ochish',
    offer: 'Taklifni ochish va javob berish',
    reminder: 'Eslatmani brauzerda ochish',
    statement: 'Ko‘chirmani brauzerda ochish',
  },
};
