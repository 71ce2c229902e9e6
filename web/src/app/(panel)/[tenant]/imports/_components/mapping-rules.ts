import type {
  ImportFormat,
  ImportOptions,
  OrderImportField,
  OrderMapping,
} from '@countinghouse/core/imports/schemas';
import type { FieldChoice } from './setup';

const numberFields = ['quantity', 'unitPrice', 'discountPercent', 'taxRate'] as const;
const allDateFormats = ['ymd', 'dmy', 'mdy', 'serial'] as const;

export type DateFormatChoice = NonNullable<ImportOptions['dateFormat']>;

/** Fields that still need a column; the server demands the same. */
export function missingIn(fields: readonly FieldChoice[], mapping: OrderMapping): Set<OrderImportField> {
  const open = fields.filter(({ field }) => mapping[field] === undefined);
  const item = fields.filter(({ required }) => required === 'item');
  const noItem = item.every(({ field }) => mapping[field] === undefined);
  const asked = open.filter(({ required }) => required === 'always' || (required === 'item' && noItem));
  return new Set(asked.map(({ field }) => field));
}

/** True when a number of a mapped column means different things in different countries. */
export const decimalUnclear = ({ columns }: ImportFormat, mapping: OrderMapping): boolean =>
  numberFields.some((field) => {
    const column = mapping[field];
    return column !== undefined && columns[column]?.decimalAmbiguous === true;
  });

interface DateChoices {
  formats: readonly DateFormatChoice[];
  /** A date as the file writes it. */
  example: string;
}

/** The ways in which the dates of the chosen column may be meant. */
export function dateChoices(
  { columns, sample }: ImportFormat,
  { placedAt }: OrderMapping,
  { dateFormat }: ImportOptions,
): DateChoices {
  if (placedAt === undefined) return { formats: allDateFormats, example: '' };
  const fitting = columns[placedAt]?.dateFormats ?? [];
  const formats = fitting.length > 0 ? fitting : allDateFormats;
  const example = sample.find((row) => row[placedAt]?.trim())?.[placedAt]?.trim() ?? '';
  return {
    formats: dateFormat && !formats.includes(dateFormat) ? [...formats, dateFormat] : formats,
    example: example.slice(0, 40),
  };
}
