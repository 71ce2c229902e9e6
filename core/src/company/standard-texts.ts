import type { DocumentKind } from '../documents/schemas';
import type { Language } from '../platform/time';
import type { DocumentTexts } from './schemas';

type Texts = Readonly<Record<DocumentKind, DocumentTexts>>;

const en: Texts = {
  invoice: {
    intro: 'Thank you for your order. We invoice you for the following:',
    outro: 'Thank you for your business.',
    terms: 'Please pay by {dueDate}, quoting {number}.',
    footer: '',
  },
  deposit: {
    intro: 'As agreed, we ask for the following payment in advance:',
    outro: 'It will be deducted from the final invoice.',
    terms: 'Please pay by {dueDate}, quoting {number}.',
    footer: '',
  },
  credit_note: {
    intro: 'We credit you with the following:',
    outro: '',
    terms: 'The amount is set off against open invoices or paid back.',
    footer: '',
  },
  offer: {
    intro: 'Thank you for your interest. We are pleased to offer you the following:',
    outro: 'We look forward to your order.',
    terms: 'This offer is valid until {dueDate}.',
    footer: '',
  },
  reminder: {
    intro: 'It may have escaped your notice that the following is still open:',
    outro: 'If you have paid in the meantime, please disregard this letter.',
    terms: 'Please pay {total} by {dueDate}.',
    footer: '',
  },
  statement: {
    intro: 'This is the state of your account:',
    outro: 'Please tell us if your books say otherwise.',
    terms: '',
    footer: '',
  },
};

const ru: Texts = {
  invoice: {
    intro: 'Благодарим за заказ. Выставляем счёт на следующее:',
    outro: 'Благодарим за сотрудничество.',
    terms: 'Просим оплатить до {dueDate}, указав номер {number}.',
    footer: '',
  },
  deposit: {
    intro: 'Согласно договорённости просим внести предоплату:',
    outro: 'Она будет вычтена из окончательного счёта.',
    terms: 'Просим оплатить до {dueDate}, указав номер {number}.',
    footer: '',
  },
  credit_note: {
    intro: 'Уменьшаем вашу задолженность на следующее:',
    outro: '',
    terms: 'Сумма будет зачтена в счёт открытых счетов или возвращена.',
    footer: '',
  },
  offer: {
    intro: 'Благодарим за интерес. Рады предложить вам следующее:',
    outro: 'Будем рады вашему заказу.',
    terms: 'Предложение действует до {dueDate}.',
    footer: '',
  },
  reminder: {
    intro: 'Возможно, вы упустили из виду, что следующее ещё не оплачено:',
    outro: 'Если вы уже оплатили, не обращайте внимания на это письмо.',
    terms: 'Просим оплатить {total} до {dueDate}.',
    footer: '',
  },
  statement: {
    intro: 'Состояние ваших расчётов с нами:',
    outro: 'Сообщите нам, если по вашим данным это не так.',
    terms: '',
    footer: '',
  },
};

const uz: Texts = {
  invoice: {
    intro: 'Buyurtmangiz uchun rahmat. Quyidagilar uchun hisob-faktura taqdim etamiz:',
    outro: 'Hamkorligingiz uchun rahmat.',
    terms: 'Iltimos, {dueDate} sanasigacha {number} raqamini ko‘rsatib to‘lang.',
    footer: '',
  },
  deposit: {
    intro: 'Kelishuvga muvofiq quyidagi oldindan to‘lovni amalga oshirishingizni so‘raymiz:',
    outro: 'U yakuniy hisob-fakturadan chegirib tashlanadi.',
    terms: 'Iltimos, {dueDate} sanasigacha {number} raqamini ko‘rsatib to‘lang.',
    footer: '',
  },
  credit_note: {
    intro: 'Qarzingizni quyidagicha kamaytiramiz:',
    outro: '',
    terms: 'Summa ochiq hisob-fakturalar hisobiga o‘tkaziladi yoki qaytariladi.',
    footer: '',
  },
  offer: {
    intro: 'Qiziqishingiz uchun rahmat. Sizga quyidagilarni taklif qilamiz:',
    outro: 'Buyurtmangizni kutib qolamiz.',
    terms: 'Taklif {dueDate} sanasigacha amal qiladi.',
    footer: '',
  },
  reminder: {
    intro: 'Ehtimol, e’tiboringizdan chetda qolgandir: quyidagilar hali to‘lanmagan:',
    outro: 'Agar allaqachon to‘lagan bo‘lsangiz, bu xatga e’tibor bermang.',
    terms: 'Iltimos, {dueDate} sanasigacha {total} to‘lang.',
    footer: '',
  },
  statement: {
    intro: 'Hisob-kitobingizning holati:',
    outro: 'Agar sizning ma’lumotlaringiz boshqacha bo‘lsa, bizga xabar bering.',
    terms: '',
    footer: '',
  },
};

/** Texts of documents where the company has written none. */
export const standardTexts: Readonly<Record<Language, Texts>> = { en, ru, uz };
