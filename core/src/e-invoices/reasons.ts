/** UNTDID 5189: discount; 7161: miscellaneous. */
export const reasonCodes = { discount: '95', charge: 'ABK' } as const;

const texts: Readonly<Record<string, { discount: string; charge: string }>> = {
  en: { discount: 'Discount', charge: 'Charge' },
  ru: { discount: 'Скидка', charge: 'Надбавка' },
  uz: { discount: 'Chegirma', charge: 'Ustama' },
};
const english = { discount: 'Discount', charge: 'Charge' };

/** What a discount or charge is called that nobody gave a reason for. */
export const reasonTexts = (language: string) => texts[language] ?? english;

/** Codes of the list VATEX for the categories that have just one reason. */
export const exemptionCodes: Readonly<Record<string, string>> = {
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
};
