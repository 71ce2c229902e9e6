interface Unit {
  /** UN/ECE Recommendation 20, or 21 with an X in front, as EN 16931 asks for it (BT-130). */
  code: string;
  en: string;
  ru: string;
  uz: string;
}

/** The units that products are sold by, the most used first; labels are the short ones that stand in a table. */
export const units: readonly Unit[] = [
  { code: 'C62', en: 'pcs', ru: 'шт', uz: 'dona' },
  { code: 'SET', en: 'set', ru: 'компл', uz: 'toʻplam' },
  { code: 'PR', en: 'pair', ru: 'пара', uz: 'juft' },
  { code: 'DZN', en: 'dozen', ru: 'дюжина', uz: 'dyujina' },
  { code: 'XPK', en: 'pack', ru: 'уп', uz: 'oʻram' },
  { code: 'XBX', en: 'box', ru: 'кор', uz: 'quti' },
  { code: 'XPX', en: 'pallet', ru: 'паллета', uz: 'poddon' },
  { code: 'GRM', en: 'g', ru: 'г', uz: 'g' },
  { code: 'KGM', en: 'kg', ru: 'кг', uz: 'kg' },
  { code: 'TNE', en: 't', ru: 'т', uz: 't' },
  { code: 'LBR', en: 'lb', ru: 'фунт', uz: 'funt' },
  { code: 'MLT', en: 'ml', ru: 'мл', uz: 'ml' },
  { code: 'LTR', en: 'l', ru: 'л', uz: 'l' },
  { code: 'MTQ', en: 'm³', ru: 'м³', uz: 'm³' },
  { code: 'MMT', en: 'mm', ru: 'мм', uz: 'mm' },
  { code: 'CMT', en: 'cm', ru: 'см', uz: 'sm' },
  { code: 'MTR', en: 'm', ru: 'м', uz: 'm' },
  { code: 'KMT', en: 'km', ru: 'км', uz: 'km' },
  { code: 'MTK', en: 'm²', ru: 'м²', uz: 'm²' },
  { code: 'MIN', en: 'min', ru: 'мин', uz: 'daq' },
  { code: 'HUR', en: 'h', ru: 'ч', uz: 'soat' },
  { code: 'DAY', en: 'day', ru: 'дн', uz: 'kun' },
  { code: 'WEE', en: 'week', ru: 'нед', uz: 'hafta' },
  { code: 'MON', en: 'month', ru: 'мес', uz: 'oy' },
  { code: 'ANN', en: 'year', ru: 'год', uz: 'yil' },
  { code: 'KWH', en: 'kWh', ru: 'кВт·ч', uz: 'kVt·soat' },
  { code: 'E48', en: 'service', ru: 'усл', uz: 'xizmat' },
  { code: 'LS', en: 'lump sum', ru: 'аккорд', uz: 'umumiy' },
];

const byCode = new Map(units.map((unit) => [unit.code, unit]));

export const isUnit = (code: string): boolean => byCode.has(code);

/** The short label of a unit in a language; the code itself for units that are not in the list. */
export function unitLabel(code: string, language: string): string {
  const unit = byCode.get(code);
  if (!unit) return code;
  return language === 'ru' || language === 'uz' ? unit[language] : unit.en;
}
