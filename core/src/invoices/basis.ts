import { companyProfile, type CompanyProfileDto } from '../company';
import type { CustomerFacts } from '../customers';
import type { TxCtx } from '../platform/context';
import { languages, localDate, type Language } from '../platform/time';
import { loadTaxTable, type TaxTable } from '../taxes';
import { getTenant, type Tenant } from '../tenants';
import type { Pricing } from './price';

/** What every draft is made on. */
export interface Basis {
  tenant: Tenant;
  profile: CompanyProfileDto;
  taxes: TaxTable;
  /** The company's date (YYYY-MM-DD). */
  today: string;
}

export async function loadBasis(ctx: TxCtx): Promise<Basis> {
  const [tenant, profile, taxes] = await Promise.all([
    getTenant(ctx),
    companyProfile(ctx),
    loadTaxTable(ctx),
  ]);
  return { tenant, profile, taxes, today: localDate(ctx.clock(), tenant.timeZone) };
}

const isLanguage = (text: string | null): text is Language => languages.some((each) => each === text);

/** The language of a customer's documents: their own where the product speaks it, else the company's. */
export const languageFor = ({ tenant }: Basis, customer: CustomerFacts | null): Language => {
  const wanted = customer?.language ?? null;
  return isLanguage(wanted) ? wanted : tenant.language;
};

export const pricingOf = (
  { tenant, profile }: Basis,
  choices: { currency?: string | undefined; pricesIncludeTax?: boolean | undefined },
  customer: CustomerFacts | null,
): Pricing => {
  const currency = choices.currency ?? customer?.currency ?? tenant.currency;
  return {
    currency,
    pricesIncludeTax: choices.pricesIncludeTax ?? tenant.pricesIncludeTax,
    taxRounding: tenant.taxRounding,
    // The step is one of the company's own currency.
    cashRoundingMinor: currency === tenant.currency ? BigInt(profile.cashRoundingMinor) : 1n,
  };
};
