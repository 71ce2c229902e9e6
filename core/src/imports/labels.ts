import type { OrderImportField } from './mapping';
import type { ImportProblemCode } from './problems';

const languages = ['en', 'ru', 'uz'] as const;
type Texts = readonly [en: string, ru: string, uz: string];

const pick = (texts: Texts, language: string): string =>
  texts[Math.max(0, (languages as readonly string[]).indexOf(language))] ?? texts[0];

const reasons: Record<ImportProblemCode, Texts> = {
  ragged: [
    'the line has more or fewer cells than the header',
    'в строке больше или меньше ячеек, чем в заголовке',
    'qatordagi kataklar soni sarlavhadagidan farq qiladi',
  ],
  missing: ['the cell is empty', 'ячейка пуста', 'katak bo‘sh'],
  'too-long': ['the text is too long', 'слишком длинный текст', 'matn juda uzun'],
  'bad-number': ['this is not a number', 'это не число', 'bu son emas'],
  'ambiguous-number': [
    'the number can be read in two ways; choose the mark before decimals',
    'число можно прочитать двояко; выберите знак перед дробной частью',
    'sonni ikki xil o‘qish mumkin; kasr belgisini tanlang',
  ],
  'too-precise': [
    'the number has too many decimals',
    'слишком много знаков после запятой',
    'kasr xonalari juda ko‘p',
  ],
  'number-too-large': ['the number is too large', 'слишком большое число', 'son juda katta'],
  'bad-date': [
    'this is not a date of the chosen form',
    'это не дата выбранного вида',
    'bu tanlangan ko‘rinishdagi sana emas',
  ],
  'bad-email': ['this is not an e-mail address', 'это не адрес эл. почты', 'bu e-pochta manzili emas'],
  'unknown-currency': ['this is not a known currency', 'неизвестная валюта', 'noma’lum valyuta'],
  'zero-quantity': ['the quantity is zero', 'количество равно нулю', 'miqdor nolga teng'],
  'positive-return': [
    'quantities of a return are negative',
    'количества в возврате отрицательные',
    'qaytarishdagi miqdorlar manfiy bo‘ladi',
  ],
  'mixed-currencies': [
    'the order has lines in another currency',
    'в заказе есть строки в другой валюте',
    'buyurtmada boshqa valyutadagi qatorlar bor',
  ],
  'unknown-tax-rate': [
    'the company has no tax category with this rate on that date',
    'у компании нет налоговой категории с такой ставкой на эту дату',
    'kompaniyada shu sanada bunday stavkali soliq toifasi yo‘q',
  ],
  'no-tax-rate': [
    'the tax category has no rate on this date',
    'у налоговой категории нет ставки на эту дату',
    'soliq toifasida bu sanada stavka yo‘q',
  ],
  'too-many-lines': [
    'the order has too many lines',
    'в заказе слишком много строк',
    'buyurtmada qatorlar juda ko‘p',
  ],
  'amount-too-large': ['the amount is too large', 'слишком большая сумма', 'summa juda katta'],
  'other-line': [
    'another line of this order is wrong',
    'ошибка в другой строке этого заказа',
    'shu buyurtmaning boshqa qatorida xato bor',
  ],
  'exists-different': [
    'the order exists already with other content',
    'заказ уже есть с другим содержанием',
    'buyurtma boshqa mazmun bilan allaqachon mavjud',
  ],
};

const titles = {
  line: ['Line', 'Строка', 'Qator'],
  column: ['Column', 'Столбец', 'Ustun'],
  value: ['Value', 'Значение', 'Qiymat'],
  reason: ['Reason', 'Причина', 'Sabab'],
} as const satisfies Record<string, Texts>;

const fields: Record<OrderImportField, Texts> = {
  orderNumber: ['Order number', 'Номер заказа', 'Buyurtma raqami'],
  placedAt: ['Date', 'Дата', 'Sana'],
  sku: ['SKU', 'Артикул', 'Artikul'],
  title: ['Name', 'Название', 'Nomi'],
  quantity: ['Quantity', 'Количество', 'Miqdor'],
  unitPrice: ['Unit price', 'Цена', 'Narx'],
  discountPercent: ['Discount, %', 'Скидка, %', 'Chegirma, %'],
  taxRate: ['Tax rate', 'Ставка налога', 'Soliq stavkasi'],
  currency: ['Currency', 'Валюта', 'Valyuta'],
  customerNumber: ['Customer number', 'Номер клиента', 'Mijoz raqami'],
  customerName: ['Customer', 'Клиент', 'Mijoz'],
  customerEmail: ['E-mail', 'Эл. почта', 'E-pochta'],
  customerPhone: ['Phone', 'Телефон', 'Telefon'],
  country: ['Country', 'Страна', 'Davlat'],
};

/** Why a line was not imported, in a language of the product. */
export const reasonText = (code: string, language: string): string => {
  const texts = (reasons as Partial<Record<string, Texts>>)[code];
  return texts ? pick(texts, language) : code;
};

export const titleText = (key: keyof typeof titles, language: string): string => pick(titles[key], language);

export const fieldText = (field: string, language: string): string => {
  const texts = (fields as Partial<Record<string, Texts>>)[field];
  return texts ? pick(texts, language) : field;
};
