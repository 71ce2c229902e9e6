import { unitLabel } from '../products';

/** Languages of the product. */
export type Language = 'en' | 'ru' | 'uz';

type Texts = Record<string, readonly [en: string, ru: string, uz: string]>;

/** Titles of columns in files handed out, the same as on the screens. */
const columns: Texts = {
  number: ['Number', 'Номер', 'Raqam'],
  externalNumber: ['External number', 'Внешний номер', 'Tashqi raqam'],
  customer: ['Customer', 'Клиент', 'Mijoz'],
  customerNumber: ['Customer number', 'Номер клиента', 'Mijoz raqami'],
  placedAt: ['Placed', 'Дата', 'Vaqti'],
  kind: ['Kind', 'Вид', 'Turi'],
  status: ['Status', 'Статус', 'Holati'],
  itemCount: ['Lines', 'Строк', 'Qatorlar'],
  net: ['Net', 'Без налога', 'Soliqsiz'],
  tax: ['Tax', 'Налог', 'Soliq'],
  total: ['Total', 'Итого', 'Jami'],
  currency: ['Currency', 'Валюта', 'Valyuta'],
  tags: ['Tags', 'Метки', 'Teglar'],
  notes: ['Notes', 'Заметки', 'Izohlar'],
  createdAt: ['Added', 'Добавлен', 'Qo‘shilgan'],
  name: ['Name', 'Наименование', 'Nomi'],
  taxId: ['Tax number', 'Налоговый номер', 'Soliq raqami'],
  emails: ['E-mail', 'Эл. почта', 'E-pochta'],
  phones: ['Phone', 'Телефон', 'Telefon'],
  line1: ['Street and number', 'Улица и дом', 'Ko‘cha va uy'],
  line2: ['Second line', 'Вторая строка', 'Ikkinchi qator'],
  postalCode: ['Postal code', 'Индекс', 'Indeks'],
  region: ['Region', 'Область', 'Viloyat'],
  city: ['City', 'Город', 'Shahar'],
  country: ['Country', 'Страна', 'Mamlakat'],
  paymentTermsDays: ['Days to pay', 'Дней на оплату', 'To‘lov muddati, kun'],
  language: ['Language', 'Язык', 'Til'],
  sku: ['SKU', 'Артикул', 'Artikul'],
  unit: ['Unit', 'Единица', 'Birlik'],
  unitPrice: ['Price', 'Цена', 'Narxi'],
  taxCategory: ['Tax', 'Налог', 'Soliq'],
  archived: ['Archived', 'В архиве', 'Arxivda'],
};

const choices: Texts = {
  'kind.sale': ['Sale', 'Продажа', 'Sotuv'],
  'kind.return': ['Return', 'Возврат', 'Qaytarish'],
  'kind.company': ['Company', 'Компания', 'Kompaniya'],
  'kind.person': ['Person', 'Физлицо', 'Jismoniy shaxs'],
  'archived.true': ['Yes', 'Да', 'Ha'],
  'archived.false': ['No', 'Нет', 'Yo‘q'],
  'status.draft': ['Draft', 'Черновик', 'Qoralama'],
  'status.placed': ['Placed', 'Размещён', 'Qabul qilingan'],
  'status.partly_fulfilled': ['Part delivered', 'Частично доставлен', 'Qisman yetkazilgan'],
  'status.fulfilled': ['Delivered', 'Доставлен', 'Yetkazilgan'],
  'status.closed': ['Closed', 'Закрыт', 'Yopilgan'],
  'status.cancelled': ['Cancelled', 'Отменён', 'Bekor qilingan'],
};

const index: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, uz: 2 };

const pick = (texts: Texts, key: string, language: string): string | undefined =>
  texts[key]?.[index[language as Language] ?? 0];

export const columnTitle = (key: string, language: string): string => pick(columns, key, language) ?? key;

export const choiceLabel = (column: string, choice: string, language: string): string =>
  column === 'unit'
    ? unitLabel(choice, language)
    : (pick(choices, `${column}.${choice}`, language) ?? choice);
