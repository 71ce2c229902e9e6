import type { CreateTaxCategoryInput, TaxCategoryDto } from '@countinghouse/core/taxes/schemas';
import { needsReason, type TaxCode } from '@countinghouse/core/taxes/schemas';

/** What stands in the form of a tax category. */
export type TaxValues = {
  code: TaxCode;
  name: string;
  exemptionReason: string;
  rates: { rate: string; validFrom: string; validTo: string }[];
};

export const emptyRate = (validFrom: string) => ({ rate: '', validFrom, validTo: '' });

export const taxValues = (today: string, edited?: TaxCategoryDto): TaxValues => ({
  code: edited?.code ?? 'S',
  name: edited?.name ?? '',
  exemptionReason: edited?.exemptionReason ?? '',
  rates: edited ? edited.rates.map((each) => ({ ...each, validTo: each.validTo ?? '' })) : [emptyRate(today)],
});

/** A comma is as good as a point, and nobody minds a percent sign. */
const percentText = (typed: string) => typed.replace('%', '').replace(',', '.').trim();

/** The verb's input: only what the code has a place for. */
export const taxInput = (values: TaxValues): Omit<CreateTaxCategoryInput, 'isDefault'> => ({
  code: values.code,
  name: values.name,
  exemptionReason: needsReason(values.code) ? values.exemptionReason : null,
  rates:
    values.code === 'S'
      ? values.rates.map(({ rate, validFrom, validTo }) => ({
          rate: percentText(rate),
          validFrom,
          validTo: validTo || null,
        }))
      : [],
});
