import type { Language } from '../platform/time';
import type { MailTemplate, MailText } from './schemas';

type Mails = Readonly<Record<MailTemplate, MailText>>;

const en: Mails = {
  invoice: {
    subject: 'Invoice {number} from {company}',
    text: 'Dear {customer},\n\nattached is our invoice {number} of {date} for {total}. Please pay it by {dueDate}.\n\nKind regards\n{company}',
  },
  credit_note: {
    subject: 'Credit note {number} from {company}',
    text: 'Dear {customer},\n\nattached is our credit note {number} of {date} for {total}.\n\nKind regards\n{company}',
  },
  offer: {
    subject: 'Offer {number} from {company}',
    text: 'Dear {customer},\n\nthank you for your interest. Attached is our offer {number} for {total}. It is valid until {dueDate}.\n\nKind regards\n{company}',
  },
  reminder: {
    subject: 'Payment reminder from {company}',
    text: 'Dear {customer},\n\nit may have escaped your notice that {total} is still open; the attached letter lists the invoices. Please pay by {dueDate}. If you have paid in the meantime, please disregard this message.\n\nKind regards\n{company}',
  },
  statement: {
    subject: 'Statement of your account with {company}',
    text: 'Dear {customer},\n\nattached is the statement of your account as of {date}. The balance is {total}.\n\nKind regards\n{company}',
  },
};

const ru: Mails = {
  invoice: {
    subject: 'Счёт {number} от {company}',
    text: 'Здравствуйте, {customer}!\n\nВо вложении счёт {number} от {date} на сумму {total}. Просим оплатить его до {dueDate}.\n\nС уважением,\n{company}',
  },
  credit_note: {
    subject: 'Кредит-нота {number} от {company}',
    text: 'Здравствуйте, {customer}!\n\nВо вложении кредит-нота {number} от {date} на сумму {total}.\n\nС уважением,\n{company}',
  },
  offer: {
    subject: 'Предложение {number} от {company}',
    text: 'Здравствуйте, {customer}!\n\nБлагодарим за интерес. Во вложении наше предложение {number} на сумму {total}. Оно действует до {dueDate}.\n\nС уважением,\n{company}',
  },
  reminder: {
    subject: 'Напоминание об оплате от {company}',
    text: 'Здравствуйте, {customer}!\n\nВозможно, вы упустили из виду, что {total} ещё не оплачено; счета перечислены во вложении. Просим оплатить до {dueDate}. Если вы уже оплатили, не обращайте внимания на это сообщение.\n\nС уважением,\n{company}',
  },
  statement: {
    subject: 'Выписка по вашим расчётам с {company}',
    text: 'Здравствуйте, {customer}!\n\nВо вложении выписка по вашим расчётам на {date}. Сальдо: {total}.\n\nС уважением,\n{company}',
  },
};

const uz: Mails = {
  invoice: {
    subject: '{company}: {number} hisob-fakturasi',
    text: 'Assalomu alaykum, {customer}!\n\nIlovada {date} sanasidagi {number} hisob-fakturamiz, summasi {total}. Iltimos, {dueDate} sanasigacha to‘lang.\n\nHurmat bilan,\n{company}',
  },
  credit_note: {
    subject: '{company}: {number} kredit-notasi',
    text: 'Assalomu alaykum, {customer}!\n\nIlovada {date} sanasidagi {number} kredit-notamiz, summasi {total}.\n\nHurmat bilan,\n{company}',
  },
  offer: {
    subject: '{company}: {number} taklifi',
    text: 'Assalomu alaykum, {customer}!\n\nQiziqishingiz uchun rahmat. Ilovada {number} taklifimiz, summasi {total}. U {dueDate} sanasigacha amal qiladi.\n\nHurmat bilan,\n{company}',
  },
  reminder: {
    subject: '{company}: to‘lov haqida eslatma',
    text: 'Assalomu alaykum, {customer}!\n\nEhtimol, e’tiboringizdan chetda qolgandir: {total} hali to‘lanmagan; hisob-fakturalar ilovadagi xatda keltirilgan. Iltimos, {dueDate} sanasigacha to‘lang. Agar allaqachon to‘lagan bo‘lsangiz, bu xabarga e’tibor bermang.\n\nHurmat bilan,\n{company}',
  },
  statement: {
    subject: '{company}: hisob-kitobingiz ko‘chirmasi',
    text: 'Assalomu alaykum, {customer}!\n\nIlovada {date} holatiga hisob-kitobingiz ko‘chirmasi. Qoldiq: {total}.\n\nHurmat bilan,\n{company}',
  },
};

/** Mails that documents go with, where the company has written none. */
export const standardMails: Readonly<Record<Language, Mails>> = { en, ru, uz };
