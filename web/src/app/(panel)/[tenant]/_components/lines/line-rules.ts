import 'server-only';
import { listTaxCategories } from '@countinghouse/core/taxes';
import { localDate } from '@countinghouse/core/platform/time';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import type { LineRules } from './draft';

/** How a record that exists counts; it keeps that whatever the company does for new ones. */
type Counted = Pick<LineRules, 'pricesIncludeTax' | 'taxRounding'>;

/** What a form with lines needs to know of the company: its taxes of today and how it writes prices. */
export async function lineRules(company: Company, record?: Counted): Promise<LineRules> {
  const today = localDate(company.ctx.clock(), company.tenant.timeZone);
  const categories = await listTaxCategories(company.ctx);
  const { pricesIncludeTax, taxRounding } = record ?? company.tenant;
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
    pricesIncludeTax,
    taxRounding,
  };
}
