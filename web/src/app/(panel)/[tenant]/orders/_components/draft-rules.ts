import 'server-only';
import { listTaxCategories } from '@countinghouse/core/taxes';
import { localDate } from '@countinghouse/core/platform/time';
import type { Company } from '../../../../../server/session';
import { readerOf } from '../../../../../server/reader';
import type { DraftRules } from './draft';

/** What the form needs to know of the company: its taxes of today and how it writes prices. */
export async function draftRules(company: Company): Promise<DraftRules> {
  const today = localDate(company.ctx.clock(), company.tenant.timeZone);
  const categories = await listTaxCategories(company.ctx);
  return {
    taxes: categories.map(({ id, name, code, isDefault, rates }) => ({
      id,
      name,
      code,
      isDefault,
      rate:
        rates.find((rate) => rate.validFrom <= today && (rate.validTo === null || rate.validTo >= today))
          ?.rate ?? '0',
    })),
    numberFormat: readerOf(company).numberFormat,
    timeZone: company.timeZone,
    pricesIncludeTax: company.tenant.pricesIncludeTax,
    taxRounding: company.tenant.taxRounding,
  };
}
