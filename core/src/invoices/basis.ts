import { companyProfile, type CompanyProfileDto } from '../company';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { invalid } from '../platform/errors';
import { languages, localDate, type Language } from '../platform/time';
import { loadTaxTable, type TaxTable } from '../taxes';
import { getTenant, type Tenant } from '../tenants';
import type { Pricing } from './price';

/** What of a customer goes into a document. */
export interface InvoiceCustomer {
  id: string;
  kind: 'company' | 'person';
  name: string;
  externalNumber: string | null;
  taxId: string | null;
  emails: string[];
  phones: string[];
  billingAddress: Record<
    'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country',
    string | null
  > | null;
  currency: string | null;
  paymentTermsDays: number | null;
  language: string | null;
}

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

/** @throws AppError `invalid` for a customer that the company does not have */
export async function customersOf(
  ctx: TxCtx,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, InvoiceCustomer>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.tx.query<InvoiceCustomer>(sql`
    select id, kind, name, external_number as "externalNumber", tax_id as "taxId", emails, phones,
      billing_address as "billingAddress", currency, payment_terms_days as "paymentTermsDays", language
    from customers where tenant_id = ${ctx.tenantId}::uuid and id = any(${wanted}::uuid[])`);
  if (rows.length < wanted.length) throw invalid('customerId', 'unknown-customer');
  return new Map(rows.map((row) => [row.id, row]));
}

export async function customerOf(ctx: TxCtx, id: string | null | undefined): Promise<InvoiceCustomer | null> {
  return id ? ((await customersOf(ctx, [id])).get(id) ?? null) : null;
}

const isLanguage = (text: string | null): text is Language => languages.some((each) => each === text);

/** The language of a customer's documents: their own where the product speaks it, else the company's. */
export const languageFor = ({ tenant }: Basis, customer: InvoiceCustomer | null): Language => {
  const wanted = customer?.language ?? null;
  return isLanguage(wanted) ? wanted : tenant.language;
};

export const pricingOf = (
  { tenant, profile }: Basis,
  choices: { currency?: string | undefined; pricesIncludeTax?: boolean | undefined },
  customer: InvoiceCustomer | null,
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

export const customerTexts = (customer: InvoiceCustomer | null): string[] =>
  customer ? [customer.name, ...customer.emails] : [];
