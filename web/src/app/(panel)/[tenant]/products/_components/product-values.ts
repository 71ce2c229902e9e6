import type { CreateProductInput, ProductDto } from '@countinghouse/core/products/schemas';
import { parseAmountInput, type NumberFormat } from '@countinghouse/core/platform/money';

export type NameValues = { key: string; language: string | null; name: string };

/** A product as it is being typed; nothing is refused while typing. */
export type ProductValues = {
  sku: string;
  name: string;
  names: NameValues[];
  unit: string;
  unitPrice: string;
  currency: string;
  taxCategoryId: string;
  tags: string[];
};

export const nameValues = (language: string | null = null, name = ''): NameValues => ({
  key: Math.random().toString(36).slice(2),
  language,
  name,
});

/** A plain decimal with the reader's decimal mark, without groups: easy to change. */
const typed = (decimal: string, format: NumberFormat): string =>
  format === 'point-comma' || format === 'space-comma' ? decimal.replace('.', ',') : decimal;

export const valuesOf = (product: ProductDto, format: NumberFormat): ProductValues => ({
  sku: product.sku,
  name: product.name,
  names: Object.entries(product.names).map(([language, name]) => nameValues(language, name)),
  unit: product.unit,
  unitPrice: typed(product.unitPrice, format),
  currency: product.currency,
  taxCategoryId: product.taxCategoryId,
  tags: product.tags,
});

export const emptyValues = (defaults: { currency: string; taxCategoryId: string }): ProductValues => ({
  sku: '',
  name: '',
  names: [],
  unit: 'C62',
  unitPrice: '',
  ...defaults,
  tags: [],
});

/** What is sent. A price that cannot be read goes as it was typed, so that the server names it. */
export const inputOf = (values: ProductValues, format: NumberFormat): CreateProductInput => ({
  sku: values.sku,
  name: values.name,
  names: Object.fromEntries(
    values.names
      .flatMap(({ language, name }) => (language && name.trim() ? [[language, name] as const] : []))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  unit: values.unit,
  unitPrice: parseAmountInput(values.unitPrice, format) ?? values.unitPrice,
  currency: values.currency,
  ...(values.taxCategoryId && { taxCategoryId: values.taxCategoryId }),
  tags: values.tags,
});
