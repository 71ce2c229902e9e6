import 'server-only';
import {
  fieldText,
  importedStatuses,
  ORDER_IMPORT_FIELDS,
  type ImportDto,
} from '@countinghouse/core/imports';
import { currencies } from '@countinghouse/core/platform/money';
import { listTaxCategories } from '@countinghouse/core/taxes';
import { getTranslations } from 'next-intl/server';
import type { Company } from '../../../../../server/session';
import { failureText } from './failure-text';
import type { MappingSetup } from './setup';

/** What the form of the columns needs; null while the file has not been looked into. */
export async function loadSetup(
  { ctx, tenant, session }: Company,
  record: ImportDto,
): Promise<MappingSetup | null> {
  const { id, version, format, mapping, options, error } = record;
  if (!format || !mapping || !options) return null;
  const [taxes, statuses, failed] = await Promise.all([
    listTaxCategories(ctx),
    getTranslations('orders.statuses'),
    getTranslations('imports.failed'),
  ]);
  return {
    tenant: tenant.slug,
    id,
    version,
    format,
    mapping,
    options,
    fields: ORDER_IMPORT_FIELDS.map(({ field, required }) => ({
      field,
      required,
      label: fieldText(field, session.user.language),
    })),
    taxes: taxes.map(({ id: value, name }) => ({ value, label: name })),
    statuses: importedStatuses.map((value) => ({ value, label: statuses(value) })),
    currencies,
    ...(error && { refused: failureText(failed, error) }),
  };
}
