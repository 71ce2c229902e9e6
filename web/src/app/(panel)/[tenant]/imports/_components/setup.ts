import type {
  ImportFormat,
  ImportOptions,
  OrderImportField,
  OrderMapping,
} from '@countinghouse/core/imports/schemas';

export interface FieldChoice {
  field: OrderImportField;
  label: string;
  required: 'always' | 'item' | 'never';
}

export interface Choice {
  value: string;
  label: string;
}

/** All that the form of the columns begins with; plain data for the browser. */
export interface MappingSetup {
  tenant: string;
  id: string;
  version: number;
  format: ImportFormat;
  mapping: OrderMapping;
  options: ImportOptions;
  fields: readonly FieldChoice[];
  taxes: readonly Choice[];
  statuses: readonly Choice[];
  currencies: readonly string[];
  /** Why the file could not be read as the person wanted last, in words. */
  refused?: string;
}
