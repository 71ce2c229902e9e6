export type FieldKind = 'text' | 'date' | 'number' | 'percent' | 'email' | 'country' | 'currency';

export type OrderImportField =
  | 'orderNumber'
  | 'placedAt'
  | 'sku'
  | 'title'
  | 'quantity'
  | 'unitPrice'
  | 'discountPercent'
  | 'taxRate'
  | 'currency'
  | 'customerNumber'
  | 'customerName'
  | 'customerEmail'
  | 'customerPhone'
  | 'country';

export interface ImportField {
  field: OrderImportField;
  kind: FieldKind;
  /** `item`: at least one of the fields marked so. */
  required: 'always' | 'item' | 'never';
}

/** What a column of an order file can be, in the order in which a screen asks for it. */
export const ORDER_IMPORT_FIELDS: readonly ImportField[] = [
  { field: 'orderNumber', kind: 'text', required: 'always' },
  { field: 'placedAt', kind: 'date', required: 'always' },
  { field: 'sku', kind: 'text', required: 'item' },
  { field: 'title', kind: 'text', required: 'item' },
  { field: 'quantity', kind: 'number', required: 'always' },
  { field: 'unitPrice', kind: 'number', required: 'always' },
  { field: 'discountPercent', kind: 'percent', required: 'never' },
  { field: 'taxRate', kind: 'percent', required: 'never' },
  { field: 'currency', kind: 'currency', required: 'never' },
  { field: 'customerNumber', kind: 'text', required: 'never' },
  { field: 'customerName', kind: 'text', required: 'never' },
  { field: 'customerEmail', kind: 'email', required: 'never' },
  { field: 'customerPhone', kind: 'text', required: 'never' },
  { field: 'country', kind: 'country', required: 'never' },
];

/** Index of the column (0-based) that fills a field. */
export type OrderMapping = Partial<Record<OrderImportField, number>>;

/** What still has to be chosen; of each group one field is enough. */
export function missingFields(mapping: OrderMapping): OrderImportField[][] {
  const always = ORDER_IMPORT_FIELDS.filter(({ required }) => required === 'always').map(({ field }) => [
    field,
  ]);
  const item = ORDER_IMPORT_FIELDS.filter(({ required }) => required === 'item').map(({ field }) => field);
  return [...always, item].filter((group) => group.every((field) => mapping[field] === undefined));
}
