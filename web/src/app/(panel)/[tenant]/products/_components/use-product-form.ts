'use client';

import type { CreateProductInput, ProductDto } from '@countinghouse/core/products/schemas';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { changedFields } from '../../_components/changed-fields';
import { placedFaults } from '../../_components/placed-faults';
import { createProductAction, updateProductAction } from '../actions';
import { inputOf, type NameValues, type ProductValues } from './product-values';

export interface EditedRecord {
  id: string;
  version: number;
}

interface NameTexts {
  missing: string;
  twice: string;
}

/** Names go out by language: one without a language, or the second of a language, would be lost. */
function nameFaults(names: readonly NameValues[], texts: NameTexts): Record<string, string> {
  const faults: Record<string, string> = {};
  names.forEach(({ language, name }, index) => {
    if (!language && name.trim()) faults[`names.${index}.language`] = texts.missing;
    else if (language && names.findIndex((other) => other.language === language) < index)
      faults[`names.${index}.language`] = texts.twice;
  });
  return faults;
}

/** The field of the form that shows a fault at `tags.3` or `names.de` of the input. */
function placeOf(path: string, names: readonly NameValues[]): string {
  const [head, tail] = path.split('.');
  if (head === 'tags') return 'tags';
  const index = head === 'names' ? names.findIndex(({ language }) => language === tail) : -1;
  return index < 0 ? path : `names.${index}.name`;
}

/** The form of a product, new or changed. A draft belongs to one version: it never covers a newer one. */
export function useProductForm(
  tenant: string,
  initial: ProductValues,
  format: NumberFormat,
  edited?: EditedRecord,
) {
  const t = useTranslations('products.faults');
  const router = useRouter();
  const send = (input: CreateProductInput) =>
    edited
      ? updateProductAction(tenant, edited.id, edited.version, changedFields(inputOf(initial, format), input))
      : createProductAction(tenant, input);
  const save = async (values: ProductValues) =>
    placedFaults<ProductDto>(await send(inputOf(values, format)), (path) => placeOf(path, values.names));
  return useActionForm<ProductValues, ProductDto>({
    action: save,
    initialValues: initial,
    validate: (values) =>
      nameFaults(values.names, { missing: t('languageMissing'), twice: t('languageTwice') }),
    draft: `${tenant}/product/${edited ? `${edited.id}/${edited.version}` : 'new'}`,
    onSaved: (product) => {
      router.push(`/${tenant}/products/${product.id}`);
      router.refresh();
    },
  });
}
