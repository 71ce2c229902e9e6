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
  placedAt: ['Placed', 'Дата заказа', 'Buyurtma vaqti'],
  kind: ['Kind', 'Вид', 'Turi'],
  status: ['Status', 'Статус', 'Holati'],
  itemCount: ['Lines', 'Строк', 'Qatorlar'],
  net: ['Net', 'Без налога', 'Soliqsiz'],
  tax: ['Tax', 'Налог', 'Soliq'],
  total: ['Total', 'Итого', 'Jami'],
  currency: ['Currency', 'Валюта', 'Valyuta'],
  tags: ['Tags', 'Метки', 'Teglar'],
  notes: ['Notes', 'Заметки', 'Izohlar'],
  createdAt: ['Created', 'Создано', 'Yaratilgan'],
  name: ['Name', 'Название', 'Nomi'],
  taxId: ['Tax id', 'ИНН', 'STIR'],
  emails: ['E-mails', 'Эл. почта', 'E-pochta'],
  phones: ['Phones', 'Телефоны', 'Telefonlar'],
  line1: ['Address', 'Адрес', 'Manzil'],
  line2: ['Address, line 2', 'Адрес, строка 2', 'Manzil, 2-qator'],
  postalCode: ['Postal code', 'Индекс', 'Pochta indeksi'],
  region: ['Region', 'Регион', 'Viloyat'],
  city: ['City', 'Город', 'Shahar'],
  country: ['Country', 'Страна', 'Mamlakat'],
  paymentTermsDays: ['Payment terms, days', 'Срок оплаты, дней', 'To‘lov muddati, kun'],
  language: ['Language', 'Язык', 'Til'],
  sku: ['SKU', 'Артикул', 'Artikul'],
  unit: ['Unit', 'Единица', 'Birlik'],
  unitPrice: ['Price', 'Цена', 'Narx'],
  taxCategory: ['Tax category', 'Налоговая категория', 'Soliq toifasi'],
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
