import { z } from 'zod';
import { says } from '../platform/errors';
import {
  Archived,
  bulkInput,
  IdList,
  Iso639Code,
  Line,
  listFields,
  RequiredLine,
  SearchText,
  Tag,
  Tags,
} from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode, DecimalText } from '../platform/money';
import { isUnit } from './units';

export { isUnit, unitLabel, units } from './units';

const mostLanguages = 30;

/** Names by language; empty ones are left out. In the order of the languages, so that equal names are equal texts. */
const Names = z
  .record(Iso639Code, Line(300))
  .overwrite((names) => {
    const filled = Object.entries(names).filter(([, name]) => name !== '');
    return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
  })
  .refine(
    (names) => Object.keys(names).length <= mostLanguages,
    says('too-many-languages', { most: mostLanguages }),
  );

const UnitCode = z.string().trim().toUpperCase().refine(isUnit, says('unit'));

/** Exact, with up to six decimals; an item's price is never negative (BR-27). */
const UnitPrice = DecimalText({ maxScale: 6, maxIntegerDigits: 14 });

const fields = {
  sku: RequiredLine(80),
  name: RequiredLine(300),
  names: Names,
  unit: UnitCode,
  unitPrice: UnitPrice,
  currency: CurrencyCode,
  taxCategoryId: Id,
  tags: Tags,
};

/** Currency and tax category default to the company's. */
export const CreateProductInput = z.strictObject({
  sku: fields.sku,
  name: fields.name,
  names: fields.names.default({}),
  unit: fields.unit.default('C62'),
  unitPrice: fields.unitPrice,
  currency: fields.currency.optional(),
  taxCategoryId: fields.taxCategoryId.optional(),
  tags: fields.tags.default([]),
});
export type CreateProductInput = z.input<typeof CreateProductInput>;

/** Only what is given changes; names and tags are replaced as a whole. */
export const UpdateProductInput = z.strictObject(fields).partial();
export type UpdateProductInput = z.input<typeof UpdateProductInput>;

/** A product with everything that a company fills in. */
export interface ProductData {
  sku: string;
  name: string;
  names: Record<string, string>;
  unit: string;
  unitPrice: string;
  currency: string;
  taxCategoryId: string;
  tags: string[];
}

export const productSorts = [
  'sku',
  '-sku',
  'name',
  '-name',
  'unitPrice',
  '-unitPrice',
  'createdAt',
  '-createdAt',
] as const;
export type ProductSort = (typeof productSorts)[number];

/** Filters of the list, as they stand in a URL. Bulk actions and the export take the same. */
export const ProductFilters = z.strictObject({
  q: SearchText.optional(),
  tag: Tag.optional(),
  currency: CurrencyCode.optional(),
  unit: UnitCode.optional(),
  taxCategoryId: Id.optional(),
  archived: Archived.default('false'),
  ids: IdList.optional(),
});
export type ProductFilters = z.output<typeof ProductFilters>;

export const ListProductsInput = ProductFilters.extend({
  ...listFields,
  sort: z.enum(productSorts).default('name'),
});
export type ListProductsInput = z.input<typeof ListProductsInput>;

export const BulkProductsInput = bulkInput(ProductFilters);
export type BulkProductsInput = z.input<typeof BulkProductsInput>;

export const ProductDto = z.object({
  id: Id,
  version: z.number().int(),
  sku: z.string(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
  unit: z.string(),
  unitPrice: z.string(),
  currency: z.string(),
  taxCategoryId: Id,
  tags: z.array(z.string()),
  archived: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ProductDto = z.infer<typeof ProductDto>;

/** What a picker shows of a product, and what an order line takes over from it. */
export type ProductSuggestion = Pick<
  ProductDto,
  'id' | 'sku' | 'name' | 'names' | 'unit' | 'unitPrice' | 'currency' | 'taxCategoryId'
>;
