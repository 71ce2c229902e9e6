import type { Language } from '../platform/time';

type Texts = readonly [en: string, ru: string, uz: string];

/** Titles of the columns of reports, the same on screens and in files. */
const titles = {
  customer: ['Customer', 'Клиент', 'Mijoz'],
  product: ['Product', 'Товар', 'Mahsulot'],
  month: ['Month', 'Месяц', 'Oy'],
  tax: ['Tax', 'Налог', 'Soliq'],
  currency: ['Currency', 'Валюта', 'Valyuta'],
  documents: ['Documents', 'Документов', 'Hujjatlar'],
  lines: ['Lines', 'Строк', 'Qatorlar'],
  quantity: ['Quantity', 'Количество', 'Miqdor'],
  net: ['Net', 'Без налога', 'Soliqsiz'],
  total: ['Total', 'Итого', 'Jami'],
  notDue: ['Not due', 'Срок не наступил', 'Muddati kelmagan'],
  days30: ['1–30 days', '1–30 дней', '1–30 kun'],
  days60: ['31–60 days', '31–60 дней', '31–60 kun'],
  days90: ['61–90 days', '61–90 дней', '61–90 kun'],
  older: ['Over 90 days', 'Более 90 дней', '90 kundan ortiq'],
  credits: ['Credits', 'Авансы и кредит-ноты', 'Avans va kredit-notalar'],
  open: ['Open', 'К оплате', 'Ochiq'],
  taxCategory: ['Category', 'Категория', 'Toifa'],
  taxRate: ['Rate, %', 'Ставка, %', 'Stavka, %'],
  salesNet: ['Sales, net', 'Продажи без налога', 'Sotuv, soliqsiz'],
  salesTax: ['Sales, tax', 'Налог с продаж', 'Sotuv solig‘i'],
  creditsNet: ['Credit notes, net', 'Кредит-ноты без налога', 'Kredit-notalar, soliqsiz'],
  creditsTax: ['Credit notes, tax', 'Налог по кредит-нотам', 'Kredit-notalar solig‘i'],
  taxBase: ['Tax base', 'Налоговая база', 'Soliq bazasi'],
  day: ['Day', 'Дата', 'Sana'],
  method: ['Method', 'Способ', 'Usul'],
  bankAccount: ['Bank account', 'Банковский счёт', 'Bank hisobi'],
  reference: ['Reference', 'Назначение', 'To‘lov maqsadi'],
  settles: ['Settles', 'Что оплачено', 'Nima to‘langan'],
  credit: ['Left as credit', 'Остаток аванса', 'Qolgan avans'],
  amount: ['Amount', 'Сумма', 'Summa'],
  payments: ['Payments', 'Платежей', 'To‘lovlar'],
  received: ['Received', 'Получено', 'Kelgan'],
  givenBack: ['Given back', 'Возвращено', 'Qaytarilgan'],
  balance: ['Balance', 'Сальдо', 'Saldo'],
  voided: ['Voided', 'Аннулировано', 'Bekor qilingan'],
  voidReason: ['Reason for voiding', 'Причина аннулирования', 'Bekor qilish sababi'],
  taxDue: ['Tax due', 'Налог к уплате', 'To‘lanadigan soliq'],
} as const satisfies Record<string, Texts>;

export type ReportTitle = keyof typeof titles;

/** Categories of EN 16931 (UNTDID 5305), as a return names them. */
const categories: Readonly<Record<string, Texts>> = {
  S: ['Standard rate', 'Обычная ставка', 'Oddiy stavka'],
  Z: ['Zero rate', 'Нулевая ставка', 'Nol stavka'],
  E: ['Exempt', 'Освобождено', 'Ozod qilingan'],
  AE: ['Reverse charge', 'Обратное начисление', 'Teskari hisoblash'],
  K: ['Intra-community supply', 'Поставка внутри ЕС', 'YI ichidagi yetkazish'],
  G: ['Export', 'Экспорт', 'Eksport'],
  O: ['Outside the scope', 'Вне сферы налога', 'Soliqdan tashqari'],
};

const nobody: Texts = ['Without a customer', 'Без клиента', 'Mijozsiz'];
const nothing: Texts = ['Without a product', 'Без товара', 'Mahsulotsiz'];

const index: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, uz: 2 };

export const reportTitle = (key: ReportTitle, language: Language): string => titles[key][index[language]];

export const taxCategoryText = (code: string, language: Language): string =>
  categories[code]?.[index[language]] ?? code;

/** The text for rows that belong to no customer or product. */
export const noneText = (of: 'customer' | 'product', language: Language): string =>
  (of === 'customer' ? nobody : nothing)[index[language]];

/** A tax as reports name it: "Standard rate 20 %". */
export function taxText(key: string, language: Language): string {
  const [code = '', rate = '0'] = key.split(' ');
  return rate === '0' ? taxCategoryText(code, language) : `${taxCategoryText(code, language)} ${rate} %`;
}
