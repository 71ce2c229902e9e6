import { z } from 'zod';
import { says } from '../platform/errors';
import { Archived, OptionalLine, RequiredLine } from '../platform/fields';
import { Id } from '../platform/ids';
import { PercentText } from '../platform/money';
import { PlainDate } from '../platform/time';
import { faultsOf, isTaxed, RATES_BEGIN, taxCodes, zeroRate } from './rates';

export { isTaxed, needsReason, rateOn, taxCodes, type TaxCode, type TaxRate } from './rates';

const RateDate = PlainDate.refine(
  (date) => date >= RATES_BEGIN,
  says('date-too-early', { first: RATES_BEGIN }),
);

export const TaxRateInput = z.strictObject({
  rate: PercentText,
  validFrom: RateDate,
  validTo: RateDate.nullable().default(null),
});

const fields = {
  name: RequiredLine(80),
  exemptionReason: OptionalLine(500),
  rates: z.array(TaxRateInput).max(100),
};

/** Untaxed categories need no rates: zero is put in. */
export const CreateTaxCategoryInput = z
  .strictObject({
    code: z.enum(taxCodes),
    name: fields.name,
    exemptionReason: fields.exemptionReason.default(null),
    rates: fields.rates.default([]),
    isDefault: z.boolean().default(false),
  })
  .transform((input) => ({
    ...input,
    rates: input.rates.length === 0 && !isTaxed(input.code) ? [zeroRate] : input.rates,
  }))
  .superRefine((input, context) => {
    for (const { path, code, values } of faultsOf(input))
      context.addIssue({ code: 'custom', path: path.split('.'), message: says(code, values) });
  });
export type CreateTaxCategoryInput = z.input<typeof CreateTaxCategoryInput>;

/** Only what is given changes; rates, where given, are the whole new list. The code never changes. */
export const UpdateTaxCategoryInput = z.strictObject(fields).partial();
export type UpdateTaxCategoryInput = z.input<typeof UpdateTaxCategoryInput>;

export const ListTaxCategoriesInput = z.strictObject({ archived: Archived.default('false') });
export type ListTaxCategoriesInput = z.input<typeof ListTaxCategoriesInput>;

export const TaxCategoryDto = z.object({
  id: Id,
  version: z.number().int(),
  code: z.enum(taxCodes),
  name: z.string(),
  exemptionReason: z.string().nullable(),
  isDefault: z.boolean(),
  archived: z.boolean(),
  /** In the order of their dates. */
  rates: z.array(z.object({ rate: z.string(), validFrom: z.string(), validTo: z.string().nullable() })),
  createdAt: z.iso.datetime(),
});
export type TaxCategoryDto = z.infer<typeof TaxCategoryDto>;
