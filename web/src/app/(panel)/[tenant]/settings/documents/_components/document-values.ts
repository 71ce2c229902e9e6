import type {
  CompanyProfileDto,
  DocumentTexts,
  UpdateCompanyProfileInput,
} from '@countinghouse/core/company/schemas';
import { documentKinds, type DocumentKind } from '@countinghouse/core/documents/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';

export type AllTexts = Record<Language, Record<DocumentKind, DocumentTexts>>;

/** Every text that documents use now: the company's own, else the standard one. */
function textsNow({ texts }: CompanyProfileDto, standard: AllTexts): AllTexts {
  const of = (language: Language, kind: DocumentKind) => texts[language]?.[kind] ?? standard[language][kind];
  const perLanguage = languages.map((language) => [
    language,
    Object.fromEntries(documentKinds.map((kind) => [kind, { ...of(language, kind) }])),
  ]);
  return Object.fromEntries(perLanguage) as AllTexts;
}

export const valuesOf = (profile: CompanyProfileDto, standard: AllTexts) => ({
  color: profile.color,
  paper: profile.paper,
  paymentTermsDays: String(profile.paymentTermsDays),
  offerValidDays: String(profile.offerValidDays),
  cashRoundingMinor: profile.cashRoundingMinor,
  taxCurrency: profile.taxCurrency ?? '',
  strictEInvoices: profile.strictEInvoices,
  texts: textsNow(profile, standard),
});
export type DocumentValues = ReturnType<typeof valuesOf>;

export const toInput = (values: DocumentValues): UpdateCompanyProfileInput => ({
  ...values,
  paymentTermsDays: Number(values.paymentTermsDays),
  offerValidDays: Number(values.offerValidDays),
  taxCurrency: values.taxCurrency || null,
});

/** Steps of cash rounding to choose from, in minor units; the present one is always among them. */
export const roundingSteps = (present: string): string[] =>
  [...new Set(['1', '5', '10', '50', '100', '1000', '10000', '100000', present])].sort(
    (a, b) => Number(a) - Number(b),
  );
