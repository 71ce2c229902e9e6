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
  state: ['State', 'Состояние', 'Holati'],
  issueDate: ['Date', 'Дата', 'Sana'],
  dueDate: ['Due', 'Срок оплаты', 'To‘lov muddati'],
  validUntil: ['Valid until', 'Действует до', 'Amal qiladi'],
  paymentState: ['Payment', 'Оплата', 'To‘lov'],
  payable: ['To pay', 'К оплате', 'To‘lanadi'],
  open: ['Open', 'Остаток', 'Qoldiq'],
  exchangeRate: ['Exchange rate', 'Курс', 'Kurs'],
  taxCurrency: ['Tax currency', 'Валюта налога', 'Soliq valyutasi'],
  taxInTaxCurrency: ['Tax in tax currency', 'Налог в валюте налога', 'Soliq valyutasidagi soliq'],
  buyerReference: ['Buyer’s reference', 'Номер у покупателя', 'Xaridor raqami'],
  orderReference: ['Buyer’s order', 'Заказ покупателя', 'Xaridor buyurtmasi'],
  sentAt: ['Sent', 'Отправлен', 'Yuborilgan'],
  position: ['Line', 'Строка', 'Qator'],
  title: ['Description', 'Описание', 'Tavsif'],
  quantity: ['Quantity', 'Количество', 'Miqdor'],
  discountPercent: ['Discount, %', 'Скидка, %', 'Chegirma, %'],
  taxCode: ['Tax category', 'Категория налога', 'Soliq toifasi'],
  taxRate: ['Tax, %', 'Налог, %', 'Soliq, %'],
  amount: ['Amount', 'Сумма', 'Summa'],
  day: ['Day', 'День', 'Kun'],
  direction: ['Direction', 'Направление', 'Yo‘nalish'],
  method: ['Method', 'Способ', 'Usul'],
  reference: ['Reference', 'Назначение', 'To‘lov maqsadi'],
  documents: ['Documents', 'Документы', 'Hujjatlar'],
  allocated: ['Allocated', 'Зачтено', 'Hisobga olingan'],
  unallocated: ['Unallocated', 'Не зачтено', 'Hisobga olinmagan'],
  voided: ['Voided', 'Аннулирован', 'Bekor qilingan'],
};

const choices: Texts = {
  'kind.sale': ['Sale', 'Продажа', 'Sotuv'],
  'kind.return': ['Return', 'Возврат', 'Qaytarish'],
  'kind.company': ['Company', 'Компания', 'Kompaniya'],
  'kind.person': ['Person', 'Физлицо', 'Jismoniy shaxs'],
  'archived.true': ['Yes', 'Да', 'Ha'],
  'archived.false': ['No', 'Нет', 'Yo‘q'],
  'kind.invoice': ['Invoice', 'Счёт', 'Hisob-faktura'],
  'kind.deposit': ['Deposit invoice', 'Счёт на аванс', 'Avans fakturasi'],
  'kind.credit_note': ['Credit note', 'Кредит-нота', 'Kredit-nota'],
  'state.draft': ['Draft', 'Черновик', 'Qoralama'],
  'state.issued': ['Issued', 'Выставлен', 'Chiqarilgan'],
  'state.voided': ['Voided', 'Аннулирован', 'Bekor qilingan'],
  'state.sent': ['Sent', 'Отправлено', 'Yuborilgan'],
  'state.accepted': ['Accepted', 'Принято', 'Qabul qilingan'],
  'state.declined': ['Declined', 'Отклонено', 'Rad etilgan'],
  'state.expired': ['Expired', 'Истекло', 'Muddati o‘tgan'],
  'state.withdrawn': ['Withdrawn', 'Отозвано', 'Qaytarib olingan'],
  'state.superseded': ['Replaced', 'Заменено', 'Almashtirilgan'],
  'paymentState.open': ['Open', 'Не оплачен', 'To‘lanmagan'],
  'paymentState.partly_paid': ['Partly paid', 'Оплачен частично', 'Qisman to‘langan'],
  'paymentState.paid': ['Paid', 'Оплачен', 'To‘langan'],
  'paymentState.overpaid': ['Overpaid', 'Переплата', 'Ortiqcha to‘langan'],
  'direction.in': ['Received', 'Получено', 'Olingan'],
  'direction.out': ['Paid back', 'Возвращено', 'Qaytarilgan'],
  'method.bank_transfer': ['Bank transfer', 'Банковский перевод', 'Bank o‘tkazmasi'],
  'method.cash': ['Cash', 'Наличные', 'Naqd'],
  'method.card': ['Card', 'Карта', 'Karta'],
  'method.other': ['Other', 'Другое', 'Boshqa'],
  'voided.true': ['Yes', 'Да', 'Ha'],
  'voided.false': ['No', 'Нет', 'Yo‘q'],
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
