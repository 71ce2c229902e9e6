import 'server-only';
import type { ProductDto } from '@countinghouse/core/products/schemas';
import type { TaxCategoryDto } from '@countinghouse/core/taxes/schemas';
import { currencyChoices, languageChoices, unitChoices } from '../../_components/choices';
import type { ProductChoices } from './product-form';

/** What can be chosen in the form of a product. Archived taxes only where the product has one already. */
export const productChoices = (
  language: string,
  taxes: readonly TaxCategoryDto[],
  product?: ProductDto,
): ProductChoices => ({
  units: unitChoices(language),
  currencies: currencyChoices(),
  languages: languageChoices(language, Object.keys(product?.names ?? {})),
  taxes: taxes
    .filter(({ archived, id }) => !archived || id === product?.taxCategoryId)
    .map(({ id, name }) => ({ value: id, label: name })),
});
